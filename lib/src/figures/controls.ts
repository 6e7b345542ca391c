/** The controls of live figures: plain data that say what a reader can change, from where to where, and where it begins. */
import { brief, type NumberList, numberList, sameLength, wrong } from "./numbers.ts";

/** What a reader can change in a live figure; `value` is where it begins, and its type is what the drawing receives. */
export interface Control<T> {
  readonly kind: string;
  readonly value: T;
  readonly label?: string;
}
/** The values that the drawing receives, by the names of the controls. */
export type ValuesOf<C> = { readonly [K in keyof C]: C[K] extends Control<infer T> ? T : never };

/** How a number of a control is written: digits after the point, "%" (of 100), a unit behind it. */
export interface NumberFormat {
  readonly digits?: number;
  readonly percent?: boolean;
  readonly unit?: string;
}

export interface Slider extends Control<number>, NumberFormat {
  readonly kind: "slider";
  readonly min: number;
  readonly max: number;
  /** Distance of neighbouring values; on a logarithmic slider the ratio of neighbouring values. */
  readonly step: number;
  readonly log: boolean;
  readonly play?: Playing;
}
export interface Stepper extends Control<number> {
  readonly kind: "stepper";
  readonly first: number;
  readonly last: number;
  readonly names?: readonly string[];
  readonly play?: Playing;
}
export interface Choice<T extends string | number> extends Control<T> {
  readonly kind: "choice";
  readonly options: readonly T[];
}
export interface Toggle extends Control<boolean> {
  readonly kind: "toggle";
}
export interface Point extends Control<readonly [x: number, y: number]> {
  readonly kind: "point";
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly step: readonly [dx: number, dy: number];
}
export interface Sketch extends Control<readonly number[]> {
  readonly kind: "sketch";
  readonly size: readonly [height: number, width: number];
  /** Strokes are drawn on a grid so many times finer, and averaged. */
  readonly detail: number;
}
export interface TextLine extends Control<string> {
  readonly kind: "text";
  /** Texts to begin from, by what they show. */
  readonly examples: Readonly<Record<string, string>>;
  readonly longest: number;
}
/** How a slider or stepper plays: values a second, and whether it begins again. */
export interface Playing {
  readonly perSecond: number;
  readonly loop: boolean;
}
export type AnyControl = Slider | Stepper | Choice<string> | Choice<number> | Toggle | Point | Sketch | TextLine;

export interface SliderOptions extends NumberFormat {
  readonly value?: number;
  readonly step?: number;
  /** Equal ratios instead of equal steps: for learning rates. */
  readonly log?: boolean;
  readonly label?: string;
}

/**
 * A number between two others.
 *
 * @example
 * const lr = slider(0.001, 1, { log: true, value: 0.1 })
 * console.log(`${lr.min} to ${lr.max}, at ${lr.value}`)
 * // 0.001 to 1, at 0.1
 */
export function slider(min: number, max: number, { value, step, log = false, ...rest }: SliderOptions = {}): Slider {
  const op = "slider";
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max))
    wrong(op, "a slider runs from a smaller to a larger number", `${min}, ${max}`, "two numbers", "slider(0, 1)");
  if (log && min <= 0)
    wrong(
      op,
      "a logarithmic slider has positive ends",
      brief(min),
      "numbers above 0",
      "slider(0.001, 1, { log: true })",
    );
  const distance = step ?? (log ? 10 ** (1 / 20) : roundStep((max - min) / 100));
  if (!(distance > (log ? 1 : 0)))
    wrong(
      op,
      log ? "step is the ratio of neighbours" : "step is positive",
      String(step),
      log ? "above 1" : "above 0",
      "leave it out",
    );
  const made: Slider = { kind: "slider", min, max, step: distance, log, value: value ?? min, ...rest };
  const middle = (): number => sliderValue(made, Math.round(sliderSteps(made) / 2));
  if (value !== undefined) inside(op, "value", value, [min, max]);
  return value === undefined ? { ...made, value: middle() } : made;
}

/**
 * A whole number that readers step through: first, back, next, last. `names` says what each step is.
 *
 * @example
 * console.log(stepper(0, 3, { names: ["forward", "loss", "backward", "update"] }).value)
 * // 0
 */
export function stepper(
  first: number,
  last: number,
  { value = first, names, label }: { value?: number; names?: readonly string[]; label?: string } = {},
): Stepper {
  const op = "stepper";
  if (!(Number.isInteger(first) && Number.isInteger(last) && first < last))
    wrong(
      op,
      "steps are whole numbers, the first before the last",
      `${first}, ${last}`,
      "two of them",
      "stepper(0, 11)",
    );
  inside(op, "value", value, [first, last]);
  if (names && names.length !== last - first + 1)
    wrong(op, "each step has a name, or none has", `${names.length} names`, `${last - first + 1}`, "leave names out");
  return { kind: "stepper", first, last, value, ...(names && { names }), ...(label !== undefined && { label }) };
}

/**
 * One of several words or numbers.
 *
 * @example
 * console.log(choice(["relu", "tanh"]).value)
 * // relu
 */
export function choice<const T extends string | number>(
  options: readonly T[],
  { value, label }: { value?: T; label?: string } = {},
): Choice<T> {
  const op = "choice";
  if (!Array.isArray(options) || options.length < 2 || new Set(options).size < options.length)
    wrong(
      op,
      "there are two options or more, all different",
      JSON.stringify(options),
      "a list",
      'choice(["relu", "tanh"])',
    );
  if (value !== undefined && !options.includes(value))
    wrong(
      op,
      "value is one of the options",
      JSON.stringify(value),
      options.join(", "),
      `value: ${JSON.stringify(options[0])}`,
    );
  return { kind: "choice", options, value: value ?? options[0], ...(label !== undefined && { label }) };
}

/**
 * On or off.
 *
 * @example
 * console.log(toggle(true, { label: "show the slope" }).value)
 * // true
 */
export function toggle(value = false, { label }: { label?: string } = {}): Toggle {
  return { kind: "toggle", value, ...(label !== undefined && { label }) };
}

export interface PointOptions {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly value?: readonly [x: number, y: number];
  /** What an arrow key moves; with Shift ten times as much. */
  readonly step?: number | readonly [dx: number, dy: number];
  readonly label?: string;
}

/**
 * A point that readers drag on the figure, or move with the arrow keys; its coordinates are those of the axes.
 *
 * @example
 * console.log(point({ x: [0, 4], y: [-1, 1], value: [1, 0.5] }).value.join(" "))
 * // 1 0.5
 */
export function point({ x, y, value, step, label }: PointOptions): Point {
  const op = "point";
  for (const [name, [from, to]] of [
    ["x", x],
    ["y", y],
  ] as const)
    if (!(Number.isFinite(from) && from < to))
      wrong(op, `${name} is where the point may go`, JSON.stringify([from, to]), "from below to", `${name}: [0, 1]`);
  const at = value ?? [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  inside(op, "x of value", at[0], x);
  inside(op, "y of value", at[1], y);
  const steps = ([x, y] as const).map(([from, to], k) =>
    typeof step === "number" ? step : (step?.[k] ?? roundStep((to - from) / 50)),
  );
  return { kind: "point", x, y, value: at, step: [steps[0], steps[1]], ...(label !== undefined && { label }) };
}

/**
 * A small sheet of paper to draw on, such as 8 by 8 pixels; the drawing receives the pixels, 0 to 1, row by row.
 *
 * @example
 * console.log(sketch([2, 2], { value: [0, 1, 1, 0] }).value.join(" "))
 * // 0 1 1 0
 */
export function sketch(
  size: readonly [height: number, width: number],
  { value, detail = 4, label }: { value?: NumberList; detail?: number; label?: string } = {},
): Sketch {
  const op = "sketch";
  const [height, width] = size;
  if (!size.every((n) => Number.isInteger(n) && n >= 1 && n <= 32))
    wrong(op, "size counts pixels", JSON.stringify(size), "two numbers up to 32", "sketch([8, 8])");
  const pixels = value ? numberList(op, "value", value) : new Array<number>(height * width).fill(0);
  sameLength(op, ["value", pixels.length], ["the pixels of the sketch", height * width]);
  return { kind: "sketch", size, detail, value: pixels, ...(label !== undefined && { label }) };
}

/**
 * A line of text that readers write themselves; the drawing receives it as it stands, and says in an error what is wrong
 * with it. `examples` are offered in a list.
 *
 * @example
 * console.log(textLine("x = 3; x * x", { examples: { "a square": "x = 3; x * x" } }).value)
 * // x = 3; x * x
 */
export function textLine(
  value: string,
  {
    examples = {},
    longest = 120,
    label,
  }: { examples?: Readonly<Record<string, string>>; longest?: number; label?: string } = {},
): TextLine {
  const op = "textLine";
  for (const text of [value, ...Object.values(examples)])
    if (text.trim() === "" || text.length > longest)
      wrong(op, "texts fit into the line", `${text.length} characters`, `1 to ${longest}`, "longest: 200");
  return { kind: "text", value, examples, longest, ...(label !== undefined && { label }) };
}

/**
 * A play button beside a slider or stepper.
 *
 * @example
 * console.log(play(stepper(0, 9), { perSecond: 2 }).play?.perSecond)
 * // 2
 */
export function play<S extends Slider | Stepper>(
  control: S,
  { perSecond = control.kind === "stepper" ? 2 : 30, loop = false }: { perSecond?: number; loop?: boolean } = {},
): S {
  if (!(perSecond > 0 && perSecond <= 60))
    wrong("play", "perSecond counts values a second", String(perSecond), "up to 60", "perSecond: 2");
  return { ...control, play: { perSecond, loop } };
}

/** How many steps a slider has. */
export function sliderSteps({ min, max, step, log }: Slider): number {
  const steps = log ? Math.log(max / min) / Math.log(step) : (max - min) / step;
  return Math.max(1, Math.round(steps));
}

/** The value at a step of a slider, without the digits that rounding errors bring. */
export function sliderValue(control: Slider, at: number): number {
  const { min, max, step, log } = control;
  const steps = sliderSteps(control);
  if (at >= steps) return max;
  if (at <= 0) return min;
  if (log) return Number((min * (max / min) ** (at / steps)).toPrecision(3));
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Number((min + at * step).toFixed(Math.min(12, digits)));
}

/** The step of a slider that is nearest to a value. */
export function sliderStep(control: Slider, value: number): number {
  const { min, max, step, log } = control;
  const at = log ? (Math.log(value / min) / Math.log(max / min)) * sliderSteps(control) : (value - min) / step;
  return Math.max(0, Math.min(sliderSteps(control), Math.round(at)));
}

/** A control's number as readers see it. */
export function writeNumber(value: number, { digits, percent = false, unit }: NumberFormat): string {
  const shown = percent ? 100 * value : value;
  const text = digits === undefined ? brief(shown) : shown.toFixed(digits).replace("-", "−");
  return `${text}${percent ? " %" : ""}${unit ? ` ${unit}` : ""}`;
}

function inside(op: string, name: string, value: number, [from, to]: readonly [number, number]): void {
  if (!(value >= from && value <= to))
    wrong(op, `${name} lies between the ends`, String(value), `${from} to ${to}`, `value: ${from}`);
}

/** The next of 1, 2, 5, 10, … above a distance. */
function roundStep(distance: number): number {
  const size = 10 ** Math.floor(Math.log10(distance) + 1e-9);
  const part = distance / size;
  return Number((size * (part > 5.01 ? 10 : part > 2.01 ? 5 : part > 1.01 ? 2 : 1)).toPrecision(3));
}
