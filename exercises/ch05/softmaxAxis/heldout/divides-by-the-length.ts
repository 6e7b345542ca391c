// misconception: none
/** Takes the mean of g·y where the sum is due. */
import type { Tensor } from "termwise";

const shifted = (x: Tensor, axis: number): Tensor => x.sub(x.max(axis, { keep: true })).exp();

export function softmaxAxis(x: Tensor, axis: number): Tensor {
  return shifted(x, axis).div(shifted(x, axis).sum(axis, { keep: true }));
}

export function softmaxAxisVjp(y: Tensor, g: Tensor, axis: number): Tensor {
  return y.mul(g.sub(g.mul(y).mean(axis, { keep: true })));
}
