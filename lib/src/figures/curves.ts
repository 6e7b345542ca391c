/** Reads the curves of a line plot: their points, and the look that tells them apart. */
import { type NumberList, numberList, sameLength, wrong } from "./numbers.ts";
import { INK, TONES, type Tone } from "./theme.ts";

/** A curve: `y` alone (numbered from 0), `x` and `y`, or `points`. */
export interface Series {
  readonly label?: string;
  readonly y?: NumberList;
  readonly x?: NumberList;
  readonly points?: readonly (readonly [x: number, y: number])[];
  /** Blue for values, orange for gradients, or the ink of the text; else the next colour of the palette. */
  readonly tone?: "value" | "gradient" | "ink";
  readonly dash?: boolean;
  /** Whether points are marked; by default when there are 40 or fewer. */
  readonly dots?: boolean;
}

export interface Curve extends Tone {
  readonly label: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly dots: boolean;
}

export function readCurves(op: string, series: readonly Series[]): Curve[] {
  if (!Array.isArray(series) || series.length === 0) {
    wrong(
      op,
      "a plot has at least one curve",
      Array.isArray(series) ? "series: []" : `series: ${typeof series}`,
      "a list of curves",
      'series: [{ label: "loss", y: losses }]',
    );
  }
  return series.map((one, i) => {
    const name = one.label ?? `series[${i}]`;
    const { x, y } = coordinates(op, name, one);
    return { label: one.label ?? "", x, y, dots: one.dots ?? y.length <= 40, ...look(one, i) };
  });
}

function coordinates(op: string, name: string, { points, x, y }: Series): { x: number[]; y: number[] } {
  if (points) {
    const odd = points.findIndex((p) => p.length !== 2);
    if (odd >= 0)
      wrong(
        op,
        "a point is [x, y]",
        `${JSON.stringify(points[odd])} in ${name}`,
        "two numbers",
        "points: losses.map((v, k) => [k, v])",
      );
    return {
      x: numberList(
        op,
        `x of ${name}`,
        points.map((p) => p[0]),
      ),
      y: numberList(
        op,
        `y of ${name}`,
        points.map((p) => p[1]),
      ),
    };
  }
  if (y === undefined)
    wrong(
      op,
      "a curve has points",
      `${name} without y`,
      "y: numbers, or points: [[x, y], …]",
      `{ label: "${name}", y: losses }`,
    );
  const ys = numberList(op, name, y);
  const xs = x ? numberList(op, `x of ${name}`, x) : ys.map((_, k) => k);
  sameLength(op, [`x of ${name}`, xs.length], [`y of ${name}`, ys.length]);
  return { x: xs, y: ys };
}

function look({ tone, dash }: Series, index: number): Tone {
  if (tone !== undefined && !["value", "gradient", "ink"].includes(tone))
    wrong(
      "linePlot",
      "tone is one of three words",
      JSON.stringify(tone),
      '"value", "gradient" or "ink"',
      'tone: "gradient"',
    );
  const base = TONES[tone === "value" ? 0 : tone === "gradient" ? 1 : index % TONES.length];
  return {
    ...base,
    color: tone === "ink" ? INK : base.color,
    dash: dash === undefined ? base.dash : dash ? [6, 5] : [],
  };
}

/** The mean of the `width` values around each position (of fewer at the ends). */
export function runningMean(y: readonly number[], width: number): number[] {
  const sums = [0];
  for (const v of y) sums.push(sums[sums.length - 1] + v);
  return y.map((_, k) => {
    const from = Math.max(0, k - Math.floor((width - 1) / 2));
    const to = Math.min(y.length, k + Math.floor(width / 2) + 1);
    return (sums[to] - sums[from]) / (to - from);
  });
}
