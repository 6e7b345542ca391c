/** same(actual, expected): the assertion that chapters use. */
import { Tensor } from "../tensor/tensor.ts";

/** What can be compared: numbers, lists of them to any depth, tensors. */
export type Comparable = number | Tensor | ArrayLike<number> | readonly Comparable[];

/**
 * Throws an Error naming the first difference, unless all numbers agree within a tolerance and shapes are equal.
 * @example
 * same(tensor([1, 2.05]), [1, 2], { within: 0.1 });
 */
export function same(actual: Comparable, expected: Comparable, { within = 0 }: { within?: number } = {}): void {
  compare(plain(actual), plain(expected), within, "");
}

type Plain = number | readonly Plain[];

function compare(a: Plain, b: Plain, within: number, place: string): void {
  if (typeof a === "number" && typeof b === "number") {
    if (Object.is(a, b) || Math.abs(a - b) <= within) return;
    throw new Error(
      `same: ${place === "" ? "the numbers differ" : `entry ${place} differs`}\n  got ${a}\n  expected ${b}${within > 0 ? ` within ${within}` : ""}`,
    );
  }
  if (typeof a === "number" || typeof b === "number" || a.length !== b.length) {
    throw new Error(
      `same: the shapes differ${place === "" ? "" : ` at ${place}`}\n  got ${size(a)}\n  expected ${size(b)}`,
    );
  }
  for (const [i, entry] of a.entries()) compare(entry, b[i], within, `${place}[${i}]`);
}

const size = (x: Plain): string => (typeof x === "number" ? `the number ${x}` : `a list of ${x.length}`);

function plain(x: Comparable): Plain {
  if (typeof x === "number") return x;
  if (x instanceof Tensor) return x.toArray();
  return Array.from(x, plain);
}
