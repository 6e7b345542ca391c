/** Softmax and its logarithm, without overflow. Chapter 5 derives them. */
import { ShapeError } from "../core/errors.ts";
import { dropAxes, normalAxis } from "../core/shape.ts";
import { checkTensors } from "../tensor/check.ts";
import { where } from "../tensor/elementwise.ts";
import { fused } from "../tensor/fused.ts";
import type { Tensor } from "../tensor/tensor.ts";

interface Along {
  readonly axis: number;
}

const softmaxOf = fused<Along>("softmax", ([x], { axis }) => {
  const e = x.sub(highest(x, axis)).exp(); // no exponential exceeds 1
  return e.div(e.sum(axis, { keep: true }));
});

const logSoftmaxOf = fused<Along>("logSoftmax", ([x], { axis }) => {
  const z = x.sub(highest(x, axis));
  return z.sub(z.exp().sum(axis, { keep: true }).log());
});

/**
 * Scores to probabilities that sum to 1 along an axis. Same shape. Bridle 1990; chapter 5.
 * @example
 * softmax(tensor([1, 2, 3])); // Tensor [3] 0.0900 0.2447 0.6652
 */
export const softmax = (x: Tensor, axis = -1): Tensor => softmaxOf([x], { axis: along("softmax", x, axis) });

/**
 * log(softmax(x)), also where a probability would round to 0 or 1. Same shape. Chapter 5.
 * @example
 * logSoftmax(tensor([1000, 1001])); // Tensor [2] -1.3133 -0.3133
 */
export const logSoftmax = (x: Tensor, axis = -1): Tensor => logSoftmaxOf([x], { axis: along("logSoftmax", x, axis) });

/**
 * log(Σ eˣ) along an axis, which it removes. −∞ where all entries are −∞. Chapter 5.
 * @example
 * logSumExp(tensor([1000, 1000])); // Tensor [] 1000.6932
 */
export function logSumExp(x: Tensor, axis = -1): Tensor {
  const k = along("logSumExp", x, axis);
  const top = highest(x, k);
  const shift = where(top.abs().equal(Infinity), 0, top); // ∞ − ∞ would be NaN
  const y = x.sub(shift).exp().sum(k, { keep: true }).log().add(shift);
  return y.reshape(dropAxes(x.shape, [k]));
}

/** The axis, counted from the first. Probabilities of no classes cannot sum to 1. */
function along(op: string, x: Tensor, axis: number): number {
  checkTensors(op, x);
  const k = normalAxis(op, x.shape, axis);
  if (x.shape[k] > 0) return k;
  throw new ShapeError({
    op,
    rule: "there are no scores",
    shapes: [x.shape],
    expected: `at least one entry along axis ${k}`,
    hint: "check how the scores were sliced",
  });
}

/** The largest entry along an axis, as a constant: shifting by it changes neither the result nor the gradient. */
const highest = (x: Tensor, axis: number): Tensor => x.detach().max(axis, { keep: true });
