import type { Tensor } from "termwise";

/** The largest score of a slice becomes 0, so that no exponential exceeds 1 and each sum is at least 1. */
export function softmaxAxis(x: Tensor, axis: number): Tensor {
  const e = x.sub(x.max(axis, { keep: true })).exp();
  return e.div(e.sum(axis, { keep: true }));
}

/** Every output depends on every score of its slice: dx = y (g − Σ g y). */
export function softmaxAxisVjp(y: Tensor, g: Tensor, axis: number): Tensor {
  const inner = g.mul(y).sum(axis, { keep: true });
  return y.mul(g.sub(inner));
}
