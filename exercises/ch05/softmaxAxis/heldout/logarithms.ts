// misconception: none
/** Returns the logarithms of the probabilities. */
import type { Tensor } from "termwise";

export function softmaxAxis(x: Tensor, axis: number): Tensor {
  const z = x.sub(x.max(axis, { keep: true }));
  return z.sub(z.exp().sum(axis, { keep: true }).log());
}

export function softmaxAxisVjp(y: Tensor, g: Tensor, axis: number): Tensor {
  return y.mul(g.sub(g.mul(y).sum(axis, { keep: true })));
}
