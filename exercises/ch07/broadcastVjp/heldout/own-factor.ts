// misconception: factors-swapped
/** The product's gradient multiplies g with the operand's own value. */
import type { Tensor } from "termwise";

const fit = (t: Tensor, shape: readonly number[]): Tensor => {
  const extra = t.rank - shape.length;
  const axes = t.shape
    .map((_, axis) => axis)
    .filter((axis) => axis < extra || (shape[axis - extra] === 1 && t.shape[axis] > 1));
  return axes.reduceRight((s, axis) => s.sum(axis, { keep: axis >= extra }), t);
};

export const addVjp = (g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } => ({
  da: fit(g, a.shape),
  db: fit(g, b.shape),
});

export const mulVjp = (g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } => ({
  da: fit(g.mul(a), a.shape),
  db: fit(g.mul(b), b.shape),
});
