/** Movement: the same numbers in another arrangement. Every gradient rule is the adjoint of its operation. Chapters 2 and 7. */
import { IndexError, ShapeError, shapeText } from "../core/errors.ts";
import { checkShape, normalAxis, type Shape, sameShape, sizeOf } from "../core/shape.ts";
import { checkTensors } from "./check.ts";
import { checkTogether, record, recordView } from "./tape.ts";
import type { Tensor } from "./tensor.ts";

/**
 * The same numbers in another shape; one size may be −1: what is left. Throws ShapeError when they do not fit.
 * @example
 * reshape(arange(6), [2, -1]); // Tensor [2, 3] 0 1 2 3 4 5
 */
export function reshape(x: Tensor, shape: Shape): Tensor {
  if (sameShape(shape, x.shape)) return x;
  const to = completed(x, shape);
  return recordView("reshape", x, x.on.reshape(x.handle, to), (g, _y, x) => reshape(g, x.shape));
}

function completed(x: Tensor, shape: Shape): Shape {
  const hole = shape.indexOf(-1);
  const known = shape.filter((_, i) => i !== hole);
  checkShape("reshape", known);
  const to = hole < 0 ? shape : shape.map((n, i) => (i === hole ? x.size / sizeOf(known) : n));
  if (sizeOf(to) === x.size && to.every(Number.isInteger)) return to;
  throw new ShapeError({
    op: "reshape",
    rule: `${x.size} numbers do not fit ${shapeText(shape)}`,
    shapes: [x.shape],
    expected: "a shape whose sizes multiply to the same count; one of them may be -1",
    hint: "x.reshape([x.shape[0], -1]) flattens everything after the first axis",
  });
}

/**
 * The axes in another order: axis i of the result is axis order[i] of x.
 * @example
 * permute(zeros([2, 3, 4]), [2, 0, 1]).shape; // [ 4, 2, 3 ]
 */
export function permute(x: Tensor, order: readonly number[]): Tensor {
  const axes = order.map((axis) => normalAxis("permute", x.shape, axis));
  if (axes.length !== x.rank || new Set(axes).size !== x.rank) {
    throw new ShapeError({
      op: "permute",
      rule: `[${order.join(", ")}] is not an order of ${x.rank} axes`,
      shapes: [x.shape],
      expected: "each axis once",
      hint: `x.permute([${x.shape.map((_, i) => x.rank - 1 - i).join(", ")}]) reverses them`,
    });
  }
  return recordView("permute", x, x.on.permute(x.handle, axes), (g) => permute(g, inverse(axes)));
}

function inverse(order: readonly number[]): number[] {
  const back = new Array<number>(order.length);
  for (const [i, axis] of order.entries()) back[axis] = i;
  return back;
}

/**
 * Two axes swapped: the last two, unless told otherwise. [..., M, N] → [..., N, M]
 * @example
 * transpose(tensor([[1, 2], [3, 4]])); // Tensor [2, 2] 1 3 2 4
 */
export function transpose(x: Tensor, [i, j]: readonly [number, number] = [-2, -1]): Tensor {
  if (x.rank < 2) {
    throw new ShapeError({
      op: "transpose",
      rule: "there are no two axes to swap",
      shapes: [x.shape],
      expected: "at least two axes",
      hint: "x.reshape([1, -1]) makes a row, x.reshape([-1, 1]) a column",
    });
  }
  const order = x.shape.map((_, axis) => axis);
  const p = normalAxis("transpose", x.shape, i);
  const q = normalAxis("transpose", x.shape, j);
  [order[p], order[q]] = [q, p];
  return permute(x, order);
}

/**
 * The entries start to end (excluded) of one axis; negative positions count from the end, as in Array.slice.
 * @example
 * slice(arange(10), 2, 5); // Tensor [3] 2 3 4
 */
export function slice(x: Tensor, start: number, end?: number, axis = 0): Tensor {
  const k = normalAxis("slice", x.shape, axis);
  const n = x.shape[k];
  const from = start < 0 ? start + n : start;
  const to = end === undefined ? n : end < 0 ? end + n : end;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > n || from > to)
    throw noSlice(x, start, end, k);
  if (from === 0 && to === n) return x;
  const first = x.shape.map((_, i) => (i === k ? from : 0));
  const last = x.shape.map((size, i) => (i === k ? to : size));
  return recordView("slice", x, x.on.slice(x.handle, first, last), (g, _y, x) => placed(g, first, x.shape));
}

function noSlice(x: Tensor, start: number, end: number | undefined, axis: number): IndexError {
  return new IndexError({
    op: "slice",
    rule: `the range does not fit axis ${axis} of size ${x.shape[axis]}`,
    got: `${start} to ${end ?? "the end"}`,
    expected: `0 ≤ start ≤ end ≤ ${x.shape[axis]}`,
    hint: "x.slice(0, 5) takes the first five, x.slice(-5) the last five",
  });
}

/**
 * Zeros around: widths[i] is how many go before and after along axis i.
 * @example
 * pad(tensor([5]), [[1, 2]]); // Tensor [4] 0 5 0 0
 */
export function pad(x: Tensor, widths: readonly (readonly [number, number])[]): Tensor {
  const whole = widths.length === x.rank && widths.flat().every((n) => Number.isInteger(n) && n >= 0);
  if (!whole) {
    throw new ShapeError({
      op: "pad",
      rule: "the widths do not fit",
      shapes: [x.shape],
      got: `[${widths.map(shapeText).join(", ")}] for shape ${shapeText(x.shape)}`,
      expected: `${x.rank} pairs [before, after] of whole numbers from 0 up`,
      hint: `x.pad([${x.shape.map(() => "[1, 1]").join(", ")}])`,
    });
  }
  const before = widths.map(([n]) => n);
  return placed(
    x,
    before,
    x.shape.map((n, i) => n + widths[i][0] + widths[i][1]),
  );
}

/** x inside zeros of this shape, starting at `before`. */
function placed(x: Tensor, before: readonly number[], shape: Shape): Tensor {
  return record("pad", [x], x.on.pad(x.handle, before, shape), [
    (g, _y, x) => x.shape.reduce((part, n, axis) => slice(part, before[axis], before[axis] + n, axis), g),
  ]);
}

/**
 * Tensors one after the other along one axis. All other sizes must be equal.
 * @example
 * concat([tensor([1, 2]), tensor([3])]); // Tensor [3] 1 2 3
 */
export function concat(xs: readonly Tensor[], axis = 0): Tensor {
  if (xs.length === 0) throw nothingToJoin();
  checkTensors("concat", ...xs);
  const k = normalAxis("concat", xs[0].shape, axis);
  for (const x of xs) if (!fits(xs[0].shape, x.shape, k)) throw doesNotJoin(xs[0].shape, x.shape, k);
  checkTogether("concat", xs);
  let end = 0;
  const ends = xs.map((x) => (end += x.shape[k]));
  const rules = xs.map((x, i) => (g: Tensor) => slice(g, ends[i] - x.shape[k], ends[i], k));
  const handles = xs.map((x) => x.handle);
  return record("concat", xs, xs[0].on.concat(handles, k), rules);
}

/**
 * Tensors of one shape, side by side along a new axis.
 * @example
 * stack([tensor([1, 2]), tensor([3, 4])]); // Tensor [2, 2] 1 2 3 4
 */
export function stack(xs: readonly Tensor[], axis = 0): Tensor {
  if (xs.length === 0) throw nothingToJoin();
  checkTensors("stack", ...xs);
  const k = normalAxis("stack", [1, ...xs[0].shape], axis);
  return concat(
    xs.map((x) => reshape(x, [...x.shape.slice(0, k), 1, ...x.shape.slice(k)])),
    k,
  );
}

const fits = (a: Shape, b: Shape, axis: number): boolean =>
  a.length === b.length && a.every((n, i) => i === axis || n === b[i]);

function doesNotJoin(a: Shape, b: Shape, axis: number): ShapeError {
  return new ShapeError({
    op: "concat",
    rule: `sizes differ outside axis ${axis}`,
    shapes: [a, b],
    expected: `equal shapes but for axis ${axis}`,
    hint: "reshape or slice first, or join along another axis",
  });
}

function nothingToJoin(): ShapeError {
  return new ShapeError({
    op: "concat",
    rule: "there is nothing to join",
    shapes: [],
    got: "no tensors",
    expected: "at least one tensor",
    hint: "zeros([0, n]) is an empty batch",
  });
}
