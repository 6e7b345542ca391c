// misconception: wrong-axis
import type { Tensor } from "termwise";

function shrink(g: Tensor, shape: readonly number[]): Tensor {
  let result = g;
  let axis = 0;
  // walk along g and drop what does not belong to the operand
  while (result.rank > shape.length) {
    const surplus = result.rank - shape.length;
    const fits = axis < shape.length && (result.shape[axis] === shape[axis] || (shape[axis] === 1 && surplus === 0));
    if (fits) axis++;
    else result = result.sum(axis);
  }
  for (let i = 0; i < shape.length; i++) {
    if (shape[i] === 1) result = result.sum(i, { keep: true });
  }
  return result;
}

/** Gradients of y = a + b from the gradient g of y. da has a's shape, db has b's. */
export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  const da = shrink(g, a.shape);
  const db = shrink(g, b.shape);
  return { da, db };
}

/** Gradients of y = a × b from the gradient g of y. da has a's shape, db has b's. */
export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  const da = shrink(g.mul(b), a.shape);
  const db = shrink(g.mul(a), b.shape);
  return { da, db };
}
