/** Names at the ends of curves, moved apart where they would touch. */
import { positionOn, type Scale, valueAt } from "./axes.ts";
import { type Curve, runningMean } from "./curves.ts";
import type { Spec } from "./figure.ts";
import { rounded } from "./numbers.ts";

const LINE = 17;

/** One text mark for each curve; `inner` is the height of the plot without its axis and title. */
export function endLabels(
  curves: readonly Curve[],
  ys: Scale,
  { inner, smooth }: { inner: number; smooth: number },
): Spec[] {
  const ends = curves.map((curve) => {
    const last = curve.x.indexOf(Math.max(...curve.x));
    const y = smooth > 1 ? runningMean(curve.y, smooth) : curve.y;
    return { curve, x: curve.x[last], wanted: positionOn(ys, y[last]) * inner };
  });
  ends.sort((a, b) => a.wanted - b.wanted);
  const places = spread(
    ends.map((e) => e.wanted),
    inner,
  );
  return ends.map(({ curve, x }, i) => ({
    data: { values: [{ x, y: rounded(valueAt(ys, places[i] / inner)) }] },
    mark: { type: "text", text: curve.label, align: "left", dx: 9, fontSize: 14.5, fontWeight: 600, fill: curve.color },
  }));
}

/** Moves ascending positions apart until each has a line of its own: neighbours that touch share their middle. */
export function spread(wanted: readonly number[], height: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  const low = (b: { sum: number; count: number }): number => {
    const start = b.sum / b.count - (LINE * (b.count - 1)) / 2;
    return Math.max(0, Math.min(start, height - LINE * (b.count - 1)));
  };
  for (const place of wanted) {
    blocks.push({ sum: place, count: 1 });
    while (blocks.length > 1) {
      const [below, above] = blocks.slice(-2);
      if (low(above) - low(below) >= LINE * below.count) break;
      blocks.splice(-2, 2, { sum: below.sum + above.sum, count: below.count + above.count });
    }
  }
  return blocks.flatMap((b) => Array.from({ length: b.count }, (_, i) => low(b) + i * LINE));
}
