// misconception: negative-axis-refused
/** Treats a negative axis as one that does not exist. */
import type { Tensor } from "termwise";

const must = (t: Tensor, axis: number): number => {
  if (axis < 0 || axis >= t.shape.length) throw new RangeError(`axis ${axis} of a tensor of rank ${t.shape.length}`);
  return axis;
};

export function softmaxAxis(x: Tensor, axis: number): Tensor {
  const e = x.sub(x.max(must(x, axis), { keep: true })).exp();
  return e.div(e.sum(axis, { keep: true }));
}

export function softmaxAxisVjp(y: Tensor, g: Tensor, axis: number): Tensor {
  return y.mul(g).sub(y.mul(y.mul(g).sum(must(y, axis), { keep: true })));
}
