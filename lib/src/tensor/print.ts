/** How a tensor prints: its shape, then its numbers in aligned columns; long axes show their ends. */
import { shapeText } from "../core/errors.ts";
import { type Shape, sizeOf } from "../core/shape.ts";

const LONGEST = 12; // entries of an axis that are printed in full
const ENDS = 5; // else this many at each end

/** "Tensor [2, 2]" and the rows. */
export function printed(shape: Shape, numbers: ArrayLike<number>, requiresGrad: boolean): string {
  const head = `Tensor ${shapeText(shape)}${requiresGrad ? " requiresGrad" : ""}`;
  if (sizeOf(shape) === 0) return `${head} (no numbers)`;
  const places = visible(shape);
  const format = formatter(places.flatMap((at) => (at === null ? [] : [numbers[at]])));
  const texts = places.map((at) => (at === null ? "…" : format(numbers[at])));
  if (shape.length === 0) return `${head} ${texts[0]}`;
  const width = Math.max(...texts.map((t) => t.length)) + 2;
  const columns = shownEntries(shape[shape.length - 1]).length;
  const lines: string[] = [];
  for (let i = 0; i < texts.length; i += columns) {
    if (i > 0) lines.push(...gapBefore(shape, i / columns));
    lines.push(
      texts
        .slice(i, i + columns)
        .map((t) => t.padStart(width))
        .join(""),
    );
  }
  return `${head}\n${lines.join("\n")}`;
}

/** Which entries of an axis are shown; null stands for those left out. */
function shownEntries(n: number): (number | null)[] {
  const all = Array.from({ length: n }, (_, i) => i);
  return n <= LONGEST ? all : [...all.slice(0, ENDS), null, ...all.slice(-ENDS)];
}

/** Places of the shown numbers in row-major order. */
function visible(shape: Shape): (number | null)[] {
  let places: (number | null)[] = [0];
  for (const n of shape) {
    const entries = shownEntries(n);
    places = places.flatMap((at) => entries.map((i) => (at === null || i === null ? null : at * n + i)));
  }
  return places;
}

/** A blank line wherever a new matrix begins; row counts from 1. */
function gapBefore(shape: Shape, row: number): string[] {
  return row % shownEntries(shape[shape.length - 2]).length === 0 ? [""] : [];
}

/** One way to write all of these numbers: whole, with up to four decimals, or with an exponent. */
function formatter(numbers: readonly number[]): (x: number) => string {
  const sizes = numbers.filter(Number.isFinite).map(Math.abs);
  const largest = Math.max(0, ...sizes);
  const write = sizes.every(Number.isInteger)
    ? largest < 1e9 && ((x: number) => String(x + 0)) // −0 prints as 0
    : largest < 1e5 && Math.min(...sizes.filter((x) => x > 0)) >= 1e-3 && withDecimals(sizes);
  return (x) => (Number.isFinite(x) ? (write || exponential)(x) : special(x));
}

/** As many decimals as the longest of the numbers needs, but no more than four. */
function withDecimals(sizes: readonly number[]): (x: number) => string {
  const needed = sizes.map((x) => x.toFixed(4).replace(/0+$/, "").split(".")[1].length);
  return (x) => x.toFixed(Math.max(...needed));
}

const exponential = (x: number): string => x.toExponential(3);
const special = (x: number): string => String(x).replace("Infinity", "∞");
