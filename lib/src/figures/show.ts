/** Shows figures and records numbers: in a notebook, in a page, or as text in a terminal. */
import { FigureError } from "./errors.ts";
import type { Figure } from "./figure.ts";
import type { Live } from "./interact.ts";
import { hash, imageOf, picture } from "./picture.ts";

/** What the notebook kernel and the page's worker provide; a plain program has none. */
interface Host {
  display(data: Record<string, unknown>, metadata?: Record<string, unknown>): void;
  record(name: string, text: string): void;
  picture?(mime: string, spec: unknown): string;
}

const LIVE = "application/vnd.termwise.live+json";
const MIME = { "vega-lite": "application/vnd.vegalite.v5+json", plotly: "application/vnd.plotly.v1+json" } as const;

/**
 * Shows a figure where the program runs: as a picture in a notebook or page, as its text in a terminal.
 *
 * Every chart function of the library makes a figure without drawing it; `show` is the only one that acts.
 *
 * @example
 * show(bars([1, 2], { labels: ["one", "two"], digits: 0, alt: "Two bars, 1 and 2." }))
 * // [figure] Two bars, 1 and 2.
 * //          one: 1; two: 2.
 */
export function show(figure: Figure | Live): void {
  if (typeof figure !== "object" || figure === null || typeof figure.alt !== "string") {
    throw new FigureError({
      op: "show",
      rule: "show displays figures",
      got: String(figure),
      expected: "what a chart function returned",
      hint: 'show(imageGrid(pictures, { alt: "…" }))',
    });
  }
  const host = currentHost();
  if (host) host.display(bundle(figure, host), { termwise: { summary: figure.summary } });
  else print(figure);
}

/**
 * Records a number under a name, so that the text of a chapter can quote it.
 *
 * A number with a fraction needs `digits`, the digits after the point; `percent` multiplies by 100 (the text itself says %). Strings are
 * recorded as they are. In a terminal nothing happens.
 *
 * @example
 * record("test-accuracy", 0.9731, { percent: true, digits: 1 })
 */
export function record(name: string, value: number | string, { digits, percent = false }: RecordOptions = {}): void {
  const [checked, text] = [checkName(name), valueText(name, value, digits, percent)];
  currentHost()?.record(checked, text);
}

export interface RecordOptions {
  readonly digits?: number;
  readonly percent?: boolean;
}

/** The text that `record` sends: thousands are separated by commas, minus is a minus sign. */
export function valueText(name: string, value: number | string, digits: number | undefined, percent: boolean): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new FigureError({
      op: "record",
      rule: `"${name}" needs a finite number or a text`,
      got: typeof value === "string" ? "an empty text" : String(value),
      expected: "a number that the text can quote",
      hint: "find the cell that computed it",
    });
  }
  const scaled = percent ? value * 100 : value;
  if (digits === undefined && !Number.isInteger(scaled)) {
    throw new FigureError({
      op: "record",
      rule: `"${name}" has a fraction, so it needs digits`,
      got: String(value),
      expected: "the number of digits to print after the point",
      hint: `record("${name}", value, { digits: ${percent ? "1, percent: true" : "2"} })`,
    });
  }
  const text = scaled.toLocaleString("en", { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 0 });
  return text.replace("-", "−");
}

function checkName(name: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/i.test(name)) return name;
  throw new FigureError({
    op: "record",
    rule: "a name is made of letters, digits and single hyphens",
    got: JSON.stringify(name),
    expected: 'a name like "test-accuracy"',
    hint: 'record("test-accuracy", accuracy, { digits: 3 })',
  });
}

/** Everything a reader's program may be able to display, from live chart to text. */
function bundle(figure: Figure | Live, host: Host): Record<string, unknown> {
  if (figure.kind === "live") return liveBundle(figure);
  const live = figure.kind === "svg" ? {} : { [MIME[figure.kind]]: figure.spec };
  const drawn = figure.kind === "svg" ? figure.svg : host.picture?.(MIME[figure.kind], figure.spec);
  if (!drawn) return { ...live, "text/plain": figure.alt };
  const svg = picture(drawn, { summary: figure.summary, prefix: `tw${hash(drawn)}` });
  return { ...live, "text/html": imageOf(svg, figure.alt), "image/svg+xml": svg, "text/plain": figure.alt };
}

/** The still picture at the first values for everybody, and for those who can run it, what makes it move. */
function liveBundle({ first, narrow, controls, source, altSource, name, data }: Live): Record<string, unknown> {
  // a list and a text, because notebook files sort the keys of objects and give each number a line
  const list = Object.entries(controls).map(([key, control]) => ({ key, ...control }));
  const live = {
    controls: list,
    source,
    altSource,
    name,
    axes: first.axes,
    narrow: narrow && { svg: narrow.svg, axes: narrow.axes },
    data: data && JSON.stringify(data),
  };
  return {
    [LIVE]: JSON.parse(JSON.stringify(live)),
    "text/html": imageOf(first.svg, first.alt),
    "image/svg+xml": first.svg,
    "text/plain": first.alt,
  };
}

function print({ alt, summary }: Figure | Live): void {
  console.log(`[figure] ${alt}${summary ? `\n         ${summary}` : ""}`);
}

function currentHost(): Host | undefined {
  return (globalThis as { __termwise?: Host }).__termwise;
}
