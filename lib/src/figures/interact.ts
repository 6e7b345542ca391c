/** Live figures: controls, and a function that draws the figure for their values, in a notebook and in a page. */
import type { AnyControl, Control, ValuesOf } from "./controls.ts";
import { FigureError } from "./errors.ts";
import { altText, type Figure } from "./figure.ts";
import { type Frame, frameOf } from "./frame.ts";
import { type Library, library } from "./library.ts";
import { wrong } from "./numbers.ts";
import { hash } from "./picture.ts";
import { withFigureWidth } from "./width.ts";

/** A figure that readers change. It travels as data: the controls, the source of the function, and its own data. */
export interface Live {
  readonly kind: "live";
  readonly alt: string;
  readonly summary: string;
  readonly controls: Readonly<Record<string, AnyControl>>;
  /** The drawing function, (termwise, values, data) => figure. */
  readonly source: string;
  /** A function of the values that gives the text alternative, where the figure's own is not used. */
  readonly altSource?: string;
  /** What the whole figure is for, read with its controls. */
  readonly name?: string;
  readonly data?: unknown;
  /** The picture at the values where the controls begin. */
  readonly first: Frame;
  /** The same for a phone, where the figure has one: text keeps its size, and nothing scrolls. */
  readonly narrow?: Frame;
}

/** Names of variables that a function takes from outside, with what to write instead where that is known. */
export interface OutsideName {
  readonly name: string;
  readonly instead?: string;
}
/** What interact asks of the place where it runs; a page and a notebook kernel may provide both. */
interface Host {
  freeNames?(source: string): readonly OutsideName[];
  evaluate?(source: string): unknown;
}

export interface InteractOptions<V, D> {
  /** What the whole figure is for, or a function of the values that replaces the text alternative of each frame. */
  readonly alt?: string | ((values: V, data: D) => string);
  /** Numbers, texts, lists and objects of these that the drawing function gets as its third argument. */
  readonly data?: D;
}

/**
 * A figure with controls. The drawing function runs in the reader's browser, so it uses only its arguments: the
 * library, the values of the controls, and `data`.
 *
 * @example
 * const controls = { n: slider(3, 9, { step: 1, value: 4 }) }
 * show(interact(controls, (termwise, { n }) => termwise.plot({ marks: [{ bars: [n] }], alt: `One bar, ${n} long.` })))
 * // [figure] One bar, 4 long.
 * //          bars: 4. Changes with n.
 */
export function interact<const C extends Readonly<Record<string, Control<unknown>>>, D = undefined>(
  controls: C,
  draw: (termwise: Library, values: ValuesOf<C>, data: D) => Figure,
  { alt, data }: InteractOptions<ValuesOf<C>, D> = {},
): Live {
  const op = "interact";
  const names = Object.keys(controls);
  if (names.length === 0) wrong(op, "a live figure has controls", "none", "one or more", "{ lr: slider(0.01, 1) }");
  const source = sourceOf("the drawing function", draw);
  const altSource = typeof alt === "function" ? sourceOf("the function alt", alt) : undefined;
  const travelled = travel(data) as D;
  const values = Object.fromEntries(names.map((name) => [name, controls[name].value])) as ValuesOf<C>;
  const host = (globalThis as { __termwise?: Host }).__termwise;
  const again = (text: string, fn: unknown): unknown => host?.evaluate?.(text) ?? fn;
  const figure = (again(source, draw) as typeof draw)(library(), values, travelled);
  const words = altSource && (again(altSource, alt) as (values: unknown, data: unknown) => string)(values, travelled);
  const narrow = withFigureWidth(NARROW, () => (again(source, draw) as typeof draw)(library(), values, travelled));
  const first = frameOf(figure, { prefix: framePrefix(source), ...(words !== undefined && { alt: words }) });
  return {
    kind: "live",
    alt: first.alt,
    summary: `${first.summary ? `${first.summary} ` : ""}Changes with ${names.map((n) => controls[n].label ?? n).join(", ")}.`,
    controls: controls as unknown as Live["controls"],
    source,
    ...(altSource !== undefined && { altSource }),
    ...(typeof alt === "string" && { name: altText(op, alt) }),
    ...(data !== undefined && { data: travelled }),
    first,
    ...(widthOf(narrow) < widthOf(figure) && { narrow: frameOf(narrow, { prefix: framePrefix(source) }) }),
  };
}

/** Units of a figure on a phone of 390 pixels. */
const NARROW = 350;
const widthOf = (figure: Figure): number =>
  figure.kind === "svg" ? Number(/viewBox="\S+ \S+ ([\d.]+)/.exec(figure.svg)?.[1] ?? 0) : 0;

/** What the ids of a live figure's drawings begin with. */
export const framePrefix = (source: string): string => `tw${hash(source)}`;

/** The text of a function that stands alone; throws, and says what to write, when it uses names from outside. */
function sourceOf(what: string, fn: unknown): string {
  const source = String(fn);
  const bare = typeof fn === "function" && /^(?:\([\s\S]*?\)|[\w$]+)\s*=>/.test(source);
  if (!bare)
    throw complaint(
      `${what} is an arrow function`,
      source.slice(0, 40),
      "(termwise, { lr }) => figure",
      "write an arrow function in place; async functions and methods cannot be sent to a page",
    );
  const outside = (globalThis as { __termwise?: Host }).__termwise?.freeNames?.(source) ?? [];
  if (outside.length === 0) return source;
  const own = outside.filter(({ instead }) => !instead).map(({ name }) => name);
  const hints = outside.flatMap(({ name, instead }) => (instead ? `write ${instead} for ${name}` : []));
  if (own.length > 0)
    hints.push(
      `define functions inside; hand over numbers: (termwise, values, { ${own.join(", ")} }) => …, { data: { ${own.join(", ")} } }`,
    );
  throw complaint(
    `${what} uses only its arguments, because it runs in the reader's browser`,
    `${outside.map(({ name }) => name).join(", ")} from outside`,
    "the library, the values of the controls, and data",
    hints.join("; "),
  );
}

/** A copy of the data as it arrives in a page; throws on what would not arrive as it was. */
function travel(data: unknown): unknown {
  const look = (value: unknown, path: string): void => {
    const plain =
      typeof value !== "object" ||
      value === null ||
      Array.isArray(value) ||
      Object.getPrototypeOf(value) === Object.prototype;
    const number = typeof value !== "number" || Number.isFinite(value);
    if (!plain || !number || ["function", "bigint", "symbol", "undefined"].includes(typeof value)) {
      const name = plain ? String(value) : ((value as object).constructor?.name ?? "an object");
      throw complaint(
        "data are plain numbers, texts, lists and objects",
        `${name} at ${path}`,
        "what JSON can hold",
        "turn typed arrays into lists, [...list], and tensors too: [...tensor.data()]",
      );
    }
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
  };
  if (data === undefined) return undefined;
  look(data, "data");
  return JSON.parse(JSON.stringify(data));
}

const complaint = (rule: string, got: string, expected: string, hint: string): FigureError =>
  new FigureError({ op: "interact", rule, got, expected, hint });
