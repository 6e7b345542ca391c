/** Order along an axis: sort, the k largest, and where a mask is set. Positions are Int32Arrays. Chapters 2 and 18. */
import { ValueError } from "../core/errors.ts";
import { normalAxis, sizeOf } from "../core/shape.ts";
import { entriesAlong } from "./along.ts";
import { moveAxis } from "./axes.ts";
import { noGrad } from "./tape.ts";
import type { Tensor } from "./tensor.ts";

/** Values in order, and the position along the axis that each came from, row-major in the shape of the values. */
export interface Sorted {
  readonly values: Tensor;
  readonly positions: Int32Array;
}

export interface SortOptions {
  readonly axis?: number;
  /** Largest first. */
  readonly descending?: boolean;
}

/**
 * The entries along an axis (the last, unless told otherwise) in ascending order; equals keep their order, NaN counts as
 * the largest. Gradients go back to where the values came from. Throws ShapeError on an axis that does not exist.
 * @example
 * sort(tensor([3, 1, 2])); // { values: Tensor [3] 1 2 3, positions: Int32Array(3) [ 1, 2, 0 ] }
 */
export function sort(x: Tensor, { axis = -1, descending = false }: SortOptions = {}): Sorted {
  const k = normalAxis("sort", x.shape, axis);
  return ordered(x, k, descending, x.shape[k]);
}

/**
 * The k largest entries along an axis, largest first. Throws ValueError unless the axis has k entries.
 * @example
 * topk(tensor([3, 1, 2]), 2); // { values: Tensor [2] 3 2, positions: Int32Array(2) [ 0, 2 ] }
 */
export function topk(x: Tensor, k: number, { axis = -1 }: { axis?: number } = {}): Sorted {
  const along = normalAxis("topk", x.shape, axis);
  const n = x.shape[along];
  if (Number.isInteger(k) && k >= 1 && k <= n) return ordered(x, along, true, k);
  throw new ValueError({
    op: "topk",
    rule: `the axis does not have ${k} entries to choose`,
    got: `k = ${k} on an axis of size ${n}`,
    expected: n === 0 ? "an axis with entries" : `a whole number from 1 to ${n}`,
    hint: "topk(x, 1) is the maximum and its position",
  });
}

/**
 * Where a mask is not 0: positions in row-major order. x.reshape([-1]).gather(nonzero(mask)) are the entries there.
 * @example
 * nonzero(tensor([5, 0, 7]).greater(4)); // Int32Array(2) [ 0, 2 ]
 */
export function nonzero(mask: Tensor): Int32Array {
  const found: number[] = [];
  for (const [i, x] of mask.data64().entries()) if (x !== 0) found.push(i);
  return Int32Array.from(found);
}

/** The first `count` entries of every row in order. */
function ordered(x: Tensor, axis: number, descending: boolean, count: number): Sorted {
  const numbers = noGrad(() => moveAxis(x, axis, -1).data64());
  const n = x.shape[axis];
  const inner = sizeOf(x.shape.slice(axis + 1));
  const rows = n === 0 ? 0 : x.size / n;
  const positions = new Int32Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const order = orderOf(numbers.subarray(row * n, (row + 1) * n), descending);
    const start = Math.floor(row / inner) * count * inner + (row % inner); // rows follow each other along the last axis
    for (let i = 0; i < count; i++) positions[start + i * inner] = order[i];
  }
  return { values: entriesAlong(x, positions, axis, count), positions };
}

function orderOf(row: Float64Array, descending: boolean): Int32Array {
  const sign = descending ? -1 : 1;
  return Int32Array.from(row.keys()).sort((i, j) => sign * compared(row[i], row[j]) || i - j);
}

/** Below 0 when a comes first; NaN comes last. */
const compared = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b)
    ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
    : Number(a > b) - Number(a < b);
