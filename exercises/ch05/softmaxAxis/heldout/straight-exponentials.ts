// misconception: unstable
/** The formula as it stands in the book, in tensor algebra. */
import type { Tensor } from "termwise";

export const softmaxAxis = (x: Tensor, axis: number): Tensor => {
  const e = x.exp();
  return e.div(e.sum(axis, { keep: true }));
};

export const softmaxAxisVjp = (y: Tensor, g: Tensor, axis: number): Tensor => {
  const inner = g.mul(y).sum(axis, { keep: true });
  return g.sub(inner).mul(y);
};
