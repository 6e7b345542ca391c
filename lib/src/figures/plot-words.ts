/** A plot in words: its numbers in a sentence, and in a table. */
import { type Scale, valueAt } from "./axes.ts";
import type { Table } from "./figure.ts";
import { brief } from "./numbers.ts";
import { grid, type Mark, readBars, readPoints, sample } from "./plot-marks.ts";

type XY = readonly [number, number];
interface Scales {
  readonly xs: Scale;
  readonly ys: Scale;
}
const MOST_ROWS = 120;

export function summarisePlot(marks: readonly Mark[], scales: Scales): string {
  const parts = marks.map((mark) => {
    const name = ("label" in mark && mark.label) || Object.keys(mark)[0];
    if ("text" in mark) return `“${mark.text.replace(/\n/g, " ")}” at ${pair(mark.at)}`;
    if ("rule" in mark)
      return `${name} at ${"x" in mark.rule ? `x = ${brief(mark.rule.x)}` : `y = ${brief(mark.rule.y)}`}`;
    if ("arrow" in mark) return `${name} from ${pair(mark.arrow[0])} to ${pair(mark.arrow[1])}`;
    if ("image" in mark) return `a picture at ${pair(mark.at)}`;
    if ("heat" in mark || "contours" in mark) return heights(mark, scales);
    const points = pointsOf(mark, scales);
    if (points.length === 0) return "";
    if ("dots" in mark)
      return points.length <= 3
        ? `${name}: ${points.length}, at ${points.map(pair).join(", ")}`
        : `${name}: ${points.length}`;
    if ("bars" in mark)
      return `${name}: ${points
        .slice(0, 12)
        .map((p) => brief(p[1]))
        .join(", ")}${points.length > 12 ? ", …" : ""}`;
    const [first, last] = [points[0], points[points.length - 1]];
    const lowest = points.reduce((a, b) => (b[1] < a[1] ? b : a));
    return `${name}: from ${brief(first[1])} at ${brief(first[0])} to ${brief(last[1])} at ${brief(last[0])}, lowest ${brief(lowest[1])} at ${brief(lowest[0])}`;
  });
  return `${parts.filter(Boolean).join("; ")}.`;
}

const pair = ([x, y]: XY): string => `(${brief(x)}, ${brief(y)})`;

function pointsOf(mark: Mark, { xs }: Scales): readonly XY[] {
  if ("line" in mark) return readPoints("line", mark.line);
  if ("dots" in mark) return readPoints("dots", mark.dots);
  if ("area" in mark) return readPoints("area", mark.area);
  if ("bars" in mark) return readBars(mark);
  if (!("curve" in mark)) return [];
  const { from = xs.from, to = xs.to } = mark;
  return sample(
    mark.curve,
    Array.from({ length: 21 }, (_, k) => valueAt({ ...xs, from, to }, k / 20)),
  );
}

function heights(mark: Mark, scales: Scales): string {
  const rows = coarse(mark, scales);
  const [low, high] = [rows.reduce((a, b) => (b[2] < a[2] ? b : a)), rows.reduce((a, b) => (b[2] > a[2] ? b : a))];
  const at = ([x, y, h]: readonly number[]): string => `${brief(h)} at ${pair([x, y])}`;
  return `${"heat" in mark ? "heat" : "contours"}: lowest ${at(low)}, highest ${at(high)}`;
}

/** Heights at few places, [x, y, height]. */
function coarse(mark: Mark, { xs, ys }: Scales): [number, number, number][] {
  const places = (scale: Scale, count: number): number[] =>
    Array.from({ length: count }, (_, k) => valueAt(scale, count > 1 ? k / (count - 1) : 0));
  const source = "heat" in mark ? mark.heat : "contours" in mark ? mark.contours : [];
  const [fewX, fewY] = [places(xs, 9), places(ys, 9)];
  if (typeof source === "function")
    return grid(source, { xs: fewX, ys: fewY }).flatMap((row, r) =>
      row.map((h, c): [number, number, number] => [fewX[c], fewY[r], h]),
    );
  const table = grid(source, { xs: fewX, ys: fewY });
  const [allX, allY] = [places(xs, table[0].length), places(ys, table.length)];
  return table.flatMap((row, r) => row.map((h, c): [number, number, number] => [allX[c], allY[r], h]));
}

/** The numbers of all marks, one row each: what it belongs to, x, y; of heights alone, x, y, height. Of many, an even choice. */
export function tableOf(marks: readonly Mark[], scales: Scales): Table {
  const [x, y] = [scales.xs.label || "x", scales.ys.label || "y"];
  const rows = marks.flatMap((mark) => {
    const name = String(("label" in mark && mark.label) || Object.keys(mark)[0]);
    if ("arrow" in mark)
      return mark.arrow.map((p, k) => [`${name}, ${k ? "tip" : "start"}`, ...p.map((v) => brief(v))]);
    return pointsOf(mark, scales).map((p) => [name, ...p.map((v) => brief(v))]);
  });
  const field = marks.find((m) => "heat" in m || "contours" in m);
  if (rows.length === 0 && field)
    return { columns: [x, y, "height"], rows: chosen(coarse(field, scales).map((row) => row.map((v) => brief(v)))) };
  if (new Set(rows.map((row) => row[0])).size === 1)
    return { columns: [x, y], rows: chosen(rows.map((row) => row.slice(1))) };
  return { columns: ["what", x, y], rows: chosen(rows) };
}

const chosen = <T>(rows: readonly T[]): T[] =>
  rows.filter((_, k) => k % Math.max(1, Math.ceil(rows.length / MOST_ROWS)) === 0);
