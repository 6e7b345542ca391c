/** Points in the plane, by class: colour and shape say which, the names stand above the plot. */
import { type Axis, axisSpec, scaleFor } from "./axes.ts";
import { altText, type Chart, type Spec } from "./figure.ts";
import {
  brief,
  type NumberList,
  type NumberTable,
  numberList,
  numberTable,
  rounded,
  sameLength,
  wrong,
} from "./numbers.ts";
import { FONT, INK, TONES, themed } from "./theme.ts";

export interface ScatterOptions {
  readonly alt: string;
  /** The class of each point: its name or number. Without it all points look the same. */
  readonly labels?: ArrayLike<string | number>;
  readonly x?: Axis;
  readonly y?: Axis;
  /** A boundary or another curve over the points. */
  readonly curve?: readonly (readonly [x: number, y: number])[];
  /** Writes the label at each point instead of drawing a shape, such as the digit that it is. */
  readonly write?: boolean;
  /** Equal units on both axes, for distances that should look right. */
  readonly equal?: boolean;
  readonly height?: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/**
 * Points [x, y], a table with two columns, by class.
 *
 * @example
 * show(scatter([[1, 2], [3, 4]], { labels: ["cat", "dog"], x: "weight", y: "height", alt: "Two points." }))
 * // [figure] Two points.
 * //          2 points, weight from 1 to 3, height from 2 to 4; cat: 1, dog: 1.
 */
export function scatter(points: NumberTable, options: ScatterOptions): Chart {
  const op = "scatter";
  const { alt, labels, x = "", y = "", curve = [], write = false, equal = false, height = equal ? 480 : 360 } = options;
  const text = altText(op, alt);
  const list = readPoints(op, points, labels);
  const classes = [...new Set(list.map((p) => p.label))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  if (classes.length > TONES.length && !write)
    wrong(
      op,
      `there are ${TONES.length} looks for classes`,
      `${classes.length} classes`,
      `at most ${TONES.length}`,
      "write: true writes the label at each point",
    );
  const xs = scaleFor(
    op,
    "x",
    x,
    [...list, ...curve.map(([x]) => ({ x }))].map((p) => p.x),
  );
  const ys = scaleFor(op, "y", y, [...list.map((p) => p.y), ...curve.map((p) => p[1])]);
  const spec: Spec = {
    title: ys.label || undefined,
    encoding: {
      x: { field: "x", type: "quantitative", ...axisSpec(xs) },
      y: { field: "y", type: "quantitative", ...axisSpec(ys, { title: "" }) },
    },
    layer: [{ data: { values: list }, ...marks(classes, write) }, ...(curve.length ? [curveLayer(curve)] : [])],
  };
  const width = equal
    ? Math.min(698, Math.round(((height - 90) * (xs.to - xs.from)) / (ys.to - ys.from) + 60))
    : undefined;
  return {
    kind: "vega-lite",
    alt: text,
    summary: summarise(list, classes, { x: xs.label, y: ys.label }),
    spec: themed(width ? { ...spec, width } : spec, { height }),
  };
}

function readPoints(op: string, points: NumberTable, labels?: ArrayLike<string | number>): Point[] {
  const rows = numberTable(op, "points", points);
  if (rows[0].length !== 2)
    wrong(
      op,
      "a point has two coordinates",
      `${rows[0].length} in points[0]`,
      "[x, y]",
      "take two columns: points.map((p) => [p[0], p[1]])",
    );
  if (labels) sameLength(op, ["labels", labels.length], ["points", rows.length]);
  return rows.map(([x, y], i) => ({ x: rounded(x), y: rounded(y), label: labels ? String(labels[i]) : "" }));
}

function marks(classes: string[], write: boolean): Spec {
  const tones = classes.map((_, i) => TONES[i % TONES.length]);
  const named = classes.length > 1;
  const legend =
    named && !write
      ? { title: null, orient: "top", symbolSize: 110, symbolOpacity: 1, columnPadding: 18, labelFontSize: 14 }
      : null;
  const color = {
    field: "label",
    type: "nominal",
    scale: { domain: classes, range: tones.map((t) => t.color) },
    legend,
  };
  const tooltip = [
    ...(named ? [{ field: "label", title: "class" }] : []),
    { field: "x", title: "x" },
    { field: "y", title: "y" },
  ];
  if (write)
    return {
      mark: { type: "text", font: FONT, fontSize: 14, fontWeight: 600 },
      encoding: { text: { field: "label" }, fill: color, tooltip },
    };
  const shape = {
    field: "label",
    type: "nominal",
    scale: { domain: classes, range: tones.map((t) => t.shape) },
    legend,
  };
  return { mark: { type: "point", filled: true, size: 64, opacity: 0.85 }, encoding: { color, shape, tooltip } };
}

function curveLayer(curve: readonly (readonly [number, number])[]): Spec {
  const values = curve.map(([x, y]) => ({ x: rounded(x), y: rounded(y) }));
  return {
    data: { values },
    mark: { type: "line", stroke: INK, strokeWidth: 2, clip: true },
    encoding: { order: { value: 0 } },
  };
}

function summarise(list: Point[], classes: string[], { x, y }: { x: string; y: string }): string {
  const range = (of: NumberList): string => {
    const values = numberList("scatter", "points", of);
    return `${brief(Math.min(...values))} to ${brief(Math.max(...values))}`;
  };
  const ranges = `${x || "x"} from ${range(list.map((p) => p.x))}, ${y || "y"} from ${range(list.map((p) => p.y))}`;
  const counts =
    classes.length > 1 ? `; ${classes.map((c) => `${c}: ${list.filter((p) => p.label === c).length}`).join(", ")}` : "";
  return `${list.length} points, ${ranges}${counts}.`;
}
