/** Curves, such as a loss over training steps: the name of each stands at its end, not in a legend. */
import { type Axis, axisSpec, type Scale, scaleFor } from "./axes.ts";
import { type Curve, readCurves, runningMean, type Series } from "./curves.ts";
import { endLabels } from "./end-labels.ts";
import { altText, type Chart, type Spec } from "./figure.ts";
import { brief, rounded, wrong } from "./numbers.ts";
import { INK, textWidth, themed } from "./theme.ts";

export interface LineOptions {
  readonly alt: string;
  readonly series: readonly Series[];
  readonly x?: Axis;
  readonly y?: Axis;
  /** Straight lines for values to compare with, such as the loss of guessing. */
  readonly rules?: readonly Rule[];
  /** Remarks in the picture. */
  readonly notes?: readonly Note[];
  /** Draws each curve faintly and the mean of this many points around each strongly. */
  readonly smooth?: number;
  readonly height?: number;
}

export type Rule = { readonly label?: string; readonly x: number } | { readonly label?: string; readonly y: number };

export interface Note {
  readonly x: number;
  readonly y: number;
  /** May have several lines. */
  readonly text: string;
}

/**
 * Curves on linear or logarithmic axes. Colour, dash, the shape of the dots and the name tell them apart.
 *
 * @example
 * show(linePlot({ series: [{ label: "loss", y: [2.3, 0.9, 0.4] }], x: "epoch", alt: "The loss falls." }))
 * // [figure] The loss falls.
 * //          loss: 2.3 at 0, 0.4 at 2, lowest 0.4 at 2.
 */
export function linePlot(options: LineOptions): Chart {
  const op = "linePlot";
  const { alt, series, x = "", y = "", rules = [], notes = [], smooth = 1, height = 320 } = options;
  const text = altText(op, alt);
  if (!(Number.isInteger(smooth) && smooth >= 1))
    wrong(op, "smooth counts points", String(smooth), "1, 2, 3, …", "smooth: 20");
  const curves = readCurves(op, series);
  const xs = scaleFor(op, "x", x, [...curves.flatMap((c) => c.x), ...rules.flatMap((r) => ("x" in r ? r.x : []))], {
    tight: true,
  });
  const ys = scaleFor(op, "y", y, [...curves.flatMap((c) => c.y), ...rules.flatMap((r) => ("y" in r ? r.y : []))]);
  const labels = curves.length > 1 ? curves.filter((c) => c.label) : [];
  // Vega makes room for the names as it measures them; a reader's font may be wider.
  const right = 8 + 0.15 * Math.max(0, ...labels.map((c) => textWidth(c.label, 14.5)));
  const spec: Spec = {
    title: ys.label || undefined,
    encoding: {
      x: { field: "x", type: "quantitative", ...axisSpec(xs) },
      y: { field: "y", type: "quantitative", ...axisSpec(ys, { title: "" }) },
    },
    layer: [
      ...rules.flatMap((rule) => ruleLayers(rule, { xs, ys })),
      ...curves.flatMap((c) => curveLayers(c, smooth)),
      ...notes.map(noteLayer),
      ...endLabels(labels, ys, { inner: height - (ys.label ? 85 : 60), smooth }),
    ],
  };
  return {
    kind: "vega-lite",
    alt: text,
    summary: summarise(curves, { xs, ys, rules }),
    spec: themed(spec, { height, right }),
  };
}

function curveLayers(curve: Curve, smooth: number): Spec[] {
  const look = { stroke: curve.color, strokeWidth: 2.2, strokeDash: curve.dash };
  const line = (y: readonly number[], more = {}): Spec => ({
    data: { values: points(curve.x, y) },
    mark: { type: "line", ...look, ...more },
  });
  if (smooth > 1)
    return [line(curve.y, { strokeDash: [], strokeWidth: 1, strokeOpacity: 0.35 }), line(runningMean(curve.y, smooth))];
  if (!curve.dots) return [line(curve.y)];
  const dots = {
    type: "point",
    shape: curve.shape,
    size: 42,
    filled: true,
    fill: curve.color,
    opacity: 1,
    tooltip: true,
  };
  return [line(curve.y), { data: { values: points(curve.x, curve.y) }, mark: dots }];
}

const points = (x: readonly number[], y: readonly number[]): { x: number; y: number }[] =>
  x.map((v, k) => ({ x: rounded(v), y: rounded(y[k]) }));

function ruleLayers(rule: Rule, { xs, ys }: { xs: Scale; ys: Scale }): Spec[] {
  const across = "y" in rule;
  const ends = across
    ? [xs.from, xs.to].map((x) => ({ x, y: rule.y }))
    : [ys.from, ys.to].map((y) => ({ x: rule.x, y }));
  const look = { stroke: INK, strokeOpacity: 0.7, strokeDash: [5, 4], strokeWidth: 1.3 };
  const line: Spec = { data: { values: ends }, mark: { type: "line", ...look } };
  if (!rule.label) return [line];
  const place = across ? { align: "right", dy: -8, dx: -2 } : { align: "left", dx: 6, baseline: "top" };
  return [
    line,
    { data: { values: [ends[1]] }, mark: { type: "text", text: rule.label, fontSize: 13.5, fill: INK, ...place } },
  ];
}

function noteLayer({ x, y, text }: Note): Spec {
  const mark = { type: "text", text: text.split("\n"), fontSize: 13.5, lineHeight: 18, fill: INK };
  return { data: { values: [{ x, y }] }, mark };
}

function summarise(curves: Curve[], { xs, ys, rules }: { xs: Scale; ys: Scale; rules: readonly Rule[] }): string {
  const parts = curves.map(({ label, x, y }, i) => {
    const lowest = y.indexOf(y.reduce((a, b) => Math.min(a, b)));
    const end = y.length - 1;
    return `${label || `curve ${i + 1}`}: ${brief(y[0])} at ${brief(x[0])}, ${brief(y[end])} at ${brief(x[end])}, lowest ${brief(y[lowest])} at ${brief(x[lowest])}`;
  });
  for (const rule of rules)
    parts.push(`${rule.label ?? "line"} at ${"y" in rule ? `y = ${brief(rule.y)}` : `x = ${brief(rule.x)}`}`);
  const logs = [xs.log && "x", ys.log && "y"].filter(Boolean).join(" and ");
  return `${parts.join("; ")}${logs ? `; ${logs} on a logarithmic scale` : ""}.`;
}
