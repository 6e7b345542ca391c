/** Axes that appear, vanish or change their place; the numbers stay in order. Chapter 2. */
import { ShapeError, shapeText } from "../core/errors.ts";
import { type Axes, dropAxes, normalAxes, normalAxis, sizeOf } from "../core/shape.ts";
import { permute, reshape, slice } from "./movement.ts";
import type { Tensor } from "./tensor.ts";

/**
 * x without the named axes of size 1, or without all of them. Throws ShapeError when a named axis has another size.
 * @example
 * squeeze(zeros([2, 1, 3, 1])).shape; // [ 2, 3 ]
 */
export function squeeze(x: Tensor, axes?: Axes): Tensor {
  const ones = x.shape.flatMap((n, i) => (n === 1 ? [i] : []));
  const list = axes === undefined ? ones : normalAxes("squeeze", x.shape, axes);
  if (list.every((axis) => x.shape[axis] === 1)) return reshape(x, dropAxes(x.shape, list));
  throw new ShapeError({
    op: "squeeze",
    rule: "an axis with more than one entry cannot be left out",
    shapes: [x.shape],
    got: `axes ${shapeText(list)} of shape ${shapeText(x.shape)}`,
    expected: "axes of size 1",
    hint: "x.at(0) picks one entry of the first axis, x.sum(axis) adds all of one",
  });
}

/**
 * Everything after the first axis in a row, as layers want it after images. [N, C, H, W] → [N, C·H·W]. Throws ShapeError on
 * a single number.
 * @example
 * flatten(zeros([2, 3, 4, 4])).shape; // [ 2, 48 ]
 */
export function flatten(x: Tensor): Tensor {
  if (x.rank > 0) return reshape(x, [x.shape[0], sizeOf(x.shape.slice(1))]);
  throw new ShapeError({
    op: "flatten",
    rule: "a single number is no batch",
    shapes: [x.shape],
    expected: "at least one axis",
    hint: "x.reshape([1, 1]) is one example of one feature",
  });
}

/**
 * x with a new axis of size 1 at this place of the result; −1 is the last. [B, D] → [B, 1, D]
 * @example
 * unsqueeze(zeros([2, 3]), 1).shape; // [ 2, 1, 3 ]
 */
export function unsqueeze(x: Tensor, axis: number): Tensor {
  const k = normalAxis("unsqueeze", [...x.shape, 1], axis);
  return reshape(x, [...x.shape.slice(0, k), 1, ...x.shape.slice(k)]);
}

/**
 * The axis `from` put at place `to`; the others keep their order.
 * @example
 * moveAxis(zeros([2, 3, 4]), 0, -1).shape; // [ 3, 4, 2 ]
 */
export function moveAxis(x: Tensor, from: number, to: number): Tensor {
  const i = normalAxis("moveAxis", x.shape, from);
  const j = normalAxis("moveAxis", x.shape, to);
  if (i === j) return x;
  const order = x.shape.map((_, axis) => axis);
  order.splice(i, 1);
  order.splice(j, 0, i);
  return permute(x, order);
}

/**
 * x cut along an axis: into so many equal pieces, or into pieces of these sizes. The inverse of concat. Throws ShapeError.
 * @example
 * chunk(arange(6), [1, 3, 2]); // [ Tensor [1] 0, Tensor [3] 1 2 3, Tensor [2] 4 5 ]
 */
export function chunk(x: Tensor, pieces: number | readonly number[], axis = 0): Tensor[] {
  const k = normalAxis("chunk", x.shape, axis);
  const n = x.shape[k];
  const sizes = typeof pieces === "number" ? equalSizes(n, pieces) : pieces;
  const whole = sizes.length > 0 && sizes.every((size) => Number.isInteger(size) && size >= 0);
  if (!whole || sizes.reduce((a, b) => a + b, 0) !== n) throw noChunks(x, pieces, k);
  let end = 0;
  return sizes.map((size) => slice(x, end, (end += size), k));
}

/** No sizes at all where n cannot be divided. */
const equalSizes = (n: number, count: number): number[] =>
  Number.isInteger(count) && count > 0 && n % count === 0 ? new Array<number>(count).fill(n / count) : [];

function noChunks(x: Tensor, pieces: number | readonly number[], axis: number): ShapeError {
  const n = x.shape[axis];
  return new ShapeError({
    op: "chunk",
    rule: `axis ${axis} of size ${n} cannot be cut like that`,
    shapes: [x.shape],
    got: typeof pieces === "number" ? `${pieces} equal pieces` : `pieces of ${shapeText(pieces)}`,
    expected: typeof pieces === "number" ? `a divisor of ${n}` : `sizes that add up to ${n}`,
    hint: `chunk(x, [1, ${n - 1}], ${axis}) cuts off the first entry`,
  });
}
