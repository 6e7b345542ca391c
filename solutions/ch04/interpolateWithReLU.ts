import type { Net, Point } from "../../exercises/ch04/interpolateWithReLU/stub.ts";

/**
 * From left to right each unit, once active, stays active: its weight is not the slope of its piece but what has to be
 * added to the slope so far. Only the unit that looks to the left carries a whole slope, turned round because it grows
 * as x falls.
 */
export function interpolateWithReLU(points: readonly Point[]): Net {
  if (points.length < 2) throw new Error("interpolateWithReLU: a line needs two points");
  const sorted = [...points].sort((p, q) => p.x - q.x);
  const starts = sorted.slice(0, -1);
  const slopes = starts.map((p, k) => {
    const q = sorted[k + 1];
    if (q.x === p.x) throw new Error("interpolateWithReLU: two points have the same x");
    return (q.y - p.y) / (q.x - p.x);
  });
  return {
    W1: [-1, ...starts.map(() => 1)],
    b1: [sorted[0].x, ...starts.map((p) => -p.x)],
    W2: [-slopes[0], ...slopes.map((slope, k) => (k === 0 ? slope : slope - slopes[k - 1]))],
    b2: sorted[0].y,
  };
}

/** Hidden values first, their weighted sum after. */
export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  const hidden = W1.map((w, k) => Math.max(0, w * x + b1[k]));
  return hidden.reduce((sum, h, k) => sum + W2[k] * h, b2);
}
