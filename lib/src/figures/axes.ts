/** Axes that charts share: their options, round limits, and ticks that are powers of ten on logarithmic axes. */
import type { Spec } from "./figure.ts";
import { brief, wrong } from "./numbers.ts";

/** An axis: its label alone, or its label with a scale and limits. */
export type Axis = string | AxisOptions;
export interface AxisOptions {
  readonly label: string;
  /** "linear" (default) or "log". */
  readonly scale?: "linear" | "log";
  readonly from?: number;
  readonly to?: number;
}

export interface Scale {
  readonly label: string;
  readonly log: boolean;
  readonly from: number;
  readonly to: number;
}

/** Limits of an axis that holds all values, rounded outwards; `tight` ends where the data end. */
export function scaleFor(
  op: string,
  name: string,
  axis: Axis,
  values: readonly number[],
  { tight = false } = {},
): Scale {
  const options: AxisOptions = typeof axis === "string" ? { label: axis } : axis;
  const { label, scale = "linear", from, to } = options;
  if (scale !== "linear" && scale !== "log")
    wrong(
      op,
      `${name} knows two scales`,
      JSON.stringify(scale),
      '"linear" or "log"',
      `${name}: { label: "${label}", scale: "log" }`,
    );
  let [low, high] = [Infinity, -Infinity];
  for (const v of values) [low, high] = [Math.min(low, v), Math.max(high, v)];
  [low, high] = [from ?? low, to ?? high];
  if (scale === "log" && low <= 0)
    wrong(
      op,
      `a logarithmic ${name} axis shows positive numbers only`,
      brief(low),
      "numbers above 0",
      `use scale: "linear", or give ${name}.from`,
    );
  if (low > high)
    wrong(
      op,
      `the ${name} axis ends before it begins`,
      `from ${brief(low)} to ${brief(high)}`,
      "from below to",
      "exchange them",
    );
  if (low === high) [low, high] = scale === "log" ? [low / 2, high * 2] : [low - 0.5, high + 0.5];
  if (scale === "log")
    return { label, log: true, from: from ?? (tight ? low : below(low)), to: to ?? (tight ? high : above(high)) };
  const step = roundStep((high - low) / 2);
  return {
    label,
    log: false,
    from: from ?? (tight ? low : Math.floor(low / step + 1e-9) * step),
    to: to ?? (tight ? high : Math.ceil(high / step - 1e-9) * step),
  };
}

/** The Vega-Lite scale and axis of a scale, as they stand in an encoding. */
export function axisSpec(
  scale: Scale,
  { title = scale.label, grid = true }: { title?: string; grid?: boolean } = {},
): Spec {
  const domain = [scale.from, scale.to];
  if (!scale.log) return { scale: { domain, nice: false, zero: false }, axis: { title, grid, tickCount: 6 } };
  const ticks = decades(scale);
  const labels = ticks.map((v) => `'${power(v)}'`).join(",");
  const labelExpr = `[${labels}][indexof([${ticks.join(",")}], datum.value)]`;
  return { scale: { type: "log", domain, nice: false }, axis: { title, grid, values: ticks, labelExpr } };
}

/** Where a value stands on the scale, 0 at its beginning and 1 at its end. */
export function positionOn(scale: Scale, value: number): number {
  const f = scale.log ? Math.log : (v: number): number => v;
  return (f(value) - f(scale.from)) / (f(scale.to) - f(scale.from));
}

/** The value at a position; undoes `positionOn`. */
export function valueAt(scale: Scale, position: number): number {
  if (!scale.log) return scale.from + position * (scale.to - scale.from);
  return scale.from * (scale.to / scale.from) ** position;
}

/** The next of 1, 2, 5, 10, … below or above a number. */
function below(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return Number((size * ([5, 2].find((s) => s * size <= value * (1 + 1e-9)) ?? 1)).toPrecision(3));
}
function above(value: number): number {
  return Number((1 / below(1 / value)).toPrecision(3));
}

function roundStep(range: number): number {
  const size = 10 ** Math.floor(Math.log10(range / 5));
  return size * (range / 5 / size > 5 ? 10 : range / 5 / size > 2 ? 5 : range / 5 / size > 1 ? 2 : 1);
}

/** The ticks of a scale with their texts: round numbers, or powers of ten, inside its ends. */
export function ticksOf(scale: Scale, most = 6): { readonly value: number; readonly text: string }[] {
  if (scale.log) return decades(scale).map((value) => ({ value, text: power(value) }));
  const step = roundStep(((scale.to - scale.from) / most) * 5);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const [first, last] = [Math.ceil(scale.from / step - 1e-9), Math.floor(scale.to / step + 1e-9)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => {
    const value = Number(((first + k) * step).toFixed(digits));
    return {
      value,
      text: Math.abs(value) >= 1e4 || digits > 6 ? brief(value) : value.toFixed(digits).replace("-", "−"),
    };
  });
}

function decades({ from, to }: Scale): number[] {
  const span = Math.log10(to / from);
  const steps = span < 1 ? [1, 1.5, 2, 3, 4, 5, 7] : span < 2.5 ? [1, 2, 5] : span < 4 ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil(span / 8));
  const ticks: number[] = [];
  for (let k = Math.floor(Math.log10(from)); k <= Math.ceil(Math.log10(to)); k++) {
    if (k % every !== 0) continue;
    for (const s of steps) {
      const tick = Number(`${s}e${k}`);
      if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}

const RAISED: Record<string, string> = {
  "-": "⁻",
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
};

function power(value: number): string {
  if (value >= 1e-3 && value < 1e4) return brief(value);
  const [digits, exponent] = value.toExponential().split("e");
  const raised = [...String(Number(exponent))].map((c) => RAISED[c]).join("");
  return `${digits === "1" ? "" : `${digits}·`}10${raised}`;
}
