/** Reductions: many numbers to few. Chapter 2. */
import { ShapeError } from "../core/errors.ts";
import { type Axes, dropAxes, normalAxes, normalAxis, type Shape, sizeOf } from "../core/shape.ts";
import { checkTensors } from "./check.ts";
import { add, div, equal, mul, neg, sqrt, sub } from "./elementwise.ts";
import { permute, reshape } from "./movement.ts";
import { type ReduceOptions, sum } from "./sum.ts";
import { noGrad, record } from "./tape.ts";
import type { Tensor, Vjp } from "./tensor.ts";

/**
 * The largest number over some axes, or over all. Winners that tie share the gradient equally.
 * @example
 * max(tensor([[1, 5], [3, 4]]), 1); // Tensor [2] 5 4
 */
export function max(x: Tensor, axes?: Axes, { keep = false }: ReduceOptions = {}): Tensor {
  checkTensors("max", x);
  const list = normalAxes("max", x.shape, axes);
  checkNotEmpty("max", x.shape, list);
  if (list.length === 0) return x;
  const share: Vjp = (g, y, x) => {
    const winners = noGrad(() => equal(x, y));
    return mul(winners, div(g, sum(winners, list, { keep: true })));
  };
  const y = record("max", [x], x.on.reduce("max", x.handle, list), [share]);
  return keep ? y : reshape(y, dropAxes(x.shape, list));
}

/**
 * The smallest number over some axes, or over all.
 * @example
 * min(tensor([[1, 5], [3, 4]]), 1); // Tensor [2] 1 3
 */
export const min = (x: Tensor, axes?: Axes, options: ReduceOptions = {}): Tensor => neg(max(neg(x), axes, options));

/**
 * The mean over some axes, or over all.
 * @example
 * mean(tensor([[1, 2], [3, 4]]), 0); // Tensor [2] 2 3
 */
export function mean(x: Tensor, axes?: Axes, options: ReduceOptions = {}): Tensor {
  checkTensors("mean", x);
  const list = normalAxes("mean", x.shape, axes);
  checkNotEmpty("mean", x.shape, list);
  return div(sum(x, list, options), countOf(x.shape, list));
}

export interface VarianceOptions extends ReduceOptions {
  /** Subtracted from the count before dividing: 0 gives the mean square deviation, 1 the unbiased estimate. */
  readonly correction?: number;
}

/**
 * The variance over some axes, or over all: the mean squared distance from the mean (two passes, no cancellation).
 * @example
 * variance(tensor([1, 2, 3, 4])); // Tensor [] 1.25
 */
export function variance(x: Tensor, axes?: Axes, { keep = false, correction = 0 }: VarianceOptions = {}): Tensor {
  checkTensors("variance", x);
  const list = normalAxes("variance", x.shape, axes);
  checkNotEmpty("variance", x.shape, list);
  const degrees = countOf(x.shape, list) - correction;
  if (degrees <= 0) throw tooFew(x.shape, correction);
  const centred = sub(x, mean(x, list, { keep: true }));
  return div(sum(mul(centred, centred), list, { keep }), degrees);
}

/**
 * The standard deviation over some axes, or over all: the root of the variance. Where all numbers are equal it is 0, with
 * gradient 0.
 * @example
 * std(tensor([1, 2, 3, 4])); // Tensor [] 1.118
 */
export function std(x: Tensor, axes?: Axes, options: VarianceOptions = {}): Tensor {
  const v = variance(x, axes, options);
  const none = noGrad(() => equal(v, 0));
  return sub(sqrt(add(v, none)), none); // √1 − 1 where the variance is 0: the slope of √ at 0 is infinite
}

/**
 * The position of the largest number along an axis, the first where several tie; row-major over the other axes.
 * @example
 * argmax(tensor([[1, 5], [4, 3]])); // Int32Array(2) [ 1, 0 ]
 */
export function argmax(x: Tensor, axis = -1): Int32Array {
  checkTensors("argmax", x);
  const k = normalAxis("argmax", x.shape, axis);
  checkNotEmpty("argmax", x.shape, [k]);
  const others = dropAxes(
    x.shape.map((_, i) => i),
    [k],
  );
  const numbers = noGrad(() => permute(x, [...others, k]).data64());
  const n = x.shape[k];
  return Int32Array.from({ length: x.size / n }, (_, i) => bestOf(numbers.subarray(i * n, (i + 1) * n)));
}

/**
 * The position of the smallest number along an axis.
 * @example
 * argmin(tensor([[1, 5], [4, 3]])); // Int32Array(2) [ 0, 1 ]
 */
export const argmin = (x: Tensor, axis = -1): Int32Array =>
  argmax(
    noGrad(() => neg(x)),
    axis,
  );

/** The first NaN, so that it is not overlooked, else the first of the largest numbers. */
function bestOf(numbers: Float64Array): number {
  const missing = numbers.findIndex(Number.isNaN);
  return missing >= 0 ? missing : numbers.indexOf(numbers.reduce((best, x) => Math.max(best, x), -Infinity));
}

const countOf = (shape: Shape, axes: readonly number[]): number => sizeOf(axes.map((i) => shape[i]));

function checkNotEmpty(op: string, shape: Shape, axes: readonly number[]): void {
  if (countOf(shape, axes) > 0) return;
  throw new ShapeError({
    op,
    rule: "there are no numbers to reduce",
    shapes: [shape],
    expected: "at least one number along the reduced axes",
    hint: "only sum has an answer for no numbers: 0",
  });
}

function tooFew(shape: Shape, correction: number): ShapeError {
  return new ShapeError({
    op: "variance",
    rule: `too few numbers for a correction of ${correction}`,
    shapes: [shape],
    expected: `more than ${correction} along the reduced axes`,
    hint: "correction: 0 divides by the count",
  });
}
