/** Softmax and its logarithm, without overflow. Chapter 5 derives them. */
import { dropAxes, normalAxis } from "../core/shape.ts";
import { detach } from "../tensor/autograd.ts";
import { add, div, exp, log, sub } from "../tensor/elementwise.ts";
import { fused } from "../tensor/fused.ts";
import { reshape } from "../tensor/movement.ts";
import { max } from "../tensor/reduce.ts";
import { sum } from "../tensor/sum.ts";
import type { Tensor } from "../tensor/tensor.ts";

interface Along {
  readonly axis: number;
}

const softmaxOf = fused<Along>("softmax", ([x], { axis }) => {
  const e = exp(centred(x, axis));
  return div(e, sum(e, axis, { keep: true }));
});

const logSoftmaxOf = fused<Along>("logSoftmax", ([x], { axis }) => {
  const z = centred(x, axis);
  return sub(z, log(sum(exp(z), axis, { keep: true })));
});

/** Scores to probabilities that sum to 1 along an axis. Bridle 1990; chapter 5. */
export const softmax = (x: Tensor, axis = -1): Tensor => softmaxOf([x], { axis: normalAxis("softmax", x.shape, axis) });

/** log(softmax(x)), accurate where a probability would round to 0 or 1. Chapter 5. */
export const logSoftmax = (x: Tensor, axis = -1): Tensor =>
  logSoftmaxOf([x], { axis: normalAxis("logSoftmax", x.shape, axis) });

/** log(Σ eˣ) along an axis, which it removes. Chapter 5. */
export function logSumExp(x: Tensor, axis = -1): Tensor {
  const k = normalAxis("logSumExp", x.shape, axis);
  const top = topOf(x, k);
  const y = add(log(sum(exp(sub(x, top)), k, { keep: true })), top);
  return reshape(y, dropAxes(y.shape, [k]));
}

/** x minus its largest entry, so that no exponential exceeds 1. Softmax does not change, and neither does its gradient. */
const centred = (x: Tensor, axis: number): Tensor => sub(x, topOf(x, axis));

const topOf = (x: Tensor, axis: number): Tensor => detach(max(x, axis, { keep: true }));
