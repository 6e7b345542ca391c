/** What a plot can show, and how each of these reads its numbers: lines, functions, dots, bars, arrows, heights, words. */
import { isShaped, type NumberList, type NumberTable, numberList, numberTable, sameLength, wrong } from "./numbers.ts";

/** Blue for values, orange for gradients, the ink of the text, or the place in the palette of classes (from 0). */
export type PlotTone = "value" | "gradient" | "ink" | number;
type XY = readonly [x: number, y: number];
/** Points [x, y], or a list of y that is numbered from 0. */
export type PlotPoints = readonly XY[] | NumberTable | NumberList;
/** A height over the plane: a function, or rows from the lowest y to the highest over the whole plot. */
export type Heights = ((x: number, y: number) => number) | NumberTable;

interface Look {
  readonly label?: string;
  readonly tone?: PlotTone;
}
/** One thing in a plot; the word that begins it says what it is. */
export type Mark =
  | (Look & { readonly line: PlotPoints; readonly dash?: boolean; readonly width?: number; readonly faint?: boolean })
  | (Look & {
      readonly curve: (x: number) => number;
      readonly from?: number;
      readonly to?: number;
      readonly dash?: boolean;
    })
  | (Look & { readonly area: PlotPoints; readonly base?: number })
  | (Look & {
      readonly dots: PlotPoints;
      readonly size?: number;
      readonly names?: readonly (string | number)[];
      readonly hollow?: boolean;
    })
  | (Look & { readonly bars: NumberList; readonly at?: NumberList; readonly digits?: number })
  | (Look & { readonly arrow: readonly [from: XY, to: XY] })
  | (Look & { readonly rule: { readonly x: number } | { readonly y: number } })
  | { readonly text: string; readonly at: XY; readonly tone?: PlotTone }
  | { readonly heat: Heights; readonly full?: number }
  | { readonly contours: Heights; readonly levels?: readonly number[] | number }
  | {
      readonly image: NumberList;
      readonly at: XY;
      readonly size: readonly [height: number, width: number];
      readonly side?: number;
      readonly label?: string;
    };

export type MarkOf<K extends string> = Extract<Mark, Readonly<Record<K, unknown>>>;

/** The points of a mark as pairs; throws on what is not finite. */
export function readPoints(name: string, points: PlotPoints): XY[] {
  const op = "plot";
  if (isShaped(points) ? points.shape.length === 1 : typeof points[0] === "number")
    return numberList(op, name, points as NumberList).map((y, x) => [x, y]);
  if (!isShaped(points) && points.length === 0) return [];
  const rows = numberTable(op, name, points as NumberTable);
  if (rows[0].length !== 2)
    wrong(op, `a point of ${name} is [x, y]`, `${rows[0].length} numbers`, "two", `${name}: ys.map((y, k) => [k, y])`);
  return rows.map(([x, y]) => [x, y]);
}

/** The bars of a mark: where they stand and how long they are. */
export function readBars({ bars, at }: MarkOf<"bars">): XY[] {
  const lengths = numberList("plot", "bars", bars);
  const places = at ? numberList("plot", "at", at) : lengths.map((_, k) => k);
  sameLength("plot", ["at", places.length], ["bars", lengths.length]);
  return lengths.map((y, k) => [places[k], y]);
}

/** The x and y that the axes must hold for a mark. */
export function extent(mark: Mark): { x: number[]; y: number[] } {
  const of = (points: readonly XY[]): { x: number[]; y: number[] } => ({
    x: points.map((p) => p[0]),
    y: points.map((p) => p[1]),
  });
  if ("line" in mark) return of(readPoints("line", mark.line));
  if ("dots" in mark) return of(readPoints("dots", mark.dots));
  if ("area" in mark) {
    const { x, y } = of(readPoints("area", mark.area));
    return { x, y: [...y, mark.base ?? 0] };
  }
  if ("bars" in mark) {
    const { x, y } = of(readBars(mark));
    return {
      x: x.flatMap((v) => [v - 0.5, v + 0.5]),
      y: [0, ...y.map((v) => (mark.digits === undefined ? v : 1.15 * v))],
    };
  }
  if ("arrow" in mark) return of(mark.arrow);
  if ("rule" in mark) return "x" in mark.rule ? { x: [mark.rule.x], y: [] } : { x: [], y: [mark.rule.y] };
  if ("text" in mark || "image" in mark) return of([mark.at]);
  if ("curve" in mark) return { x: [mark.from, mark.to].filter((v) => v !== undefined), y: [] };
  return { x: [], y: [] };
}

/** A function sampled between two places; only where it is finite. */
export function sample(curve: (x: number) => number, xs: readonly number[]): XY[] {
  return xs.map((x): XY => [x, curve(x)]).filter(([, y]) => Number.isFinite(y));
}

/** Heights on a grid of columns × rows, row 0 at the lowest y; throws where the function gives no number. */
export function grid(heights: Heights, { xs, ys }: { xs: readonly number[]; ys: readonly number[] }): number[][] {
  if (typeof heights !== "function") return numberTable("plot", "heights", heights);
  return ys.map((y) =>
    xs.map((x) => {
      const h = heights(x, y);
      if (!Number.isFinite(h))
        wrong("plot", "heights are finite", `${h} at (${x}, ${y})`, "a number", "look at the function");
      return h;
    }),
  );
}
