// misconception: entries-counted
import { mul, type Tensor } from "termwise";

function shrink(g: Tensor, x: Tensor): Tensor {
  if (g.size === x.size) return g; // nothing was stretched
  let out = g;
  while (out.rank > x.rank) out = out.sum(0);
  x.shape.forEach((size, axis) => {
    if (size === 1) out = out.sum(axis, { keep: true });
  });
  return out;
}

/** Gradients of y = a + b from the gradient g of y. da has a's shape, db has b's. */
export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: shrink(g, a), db: shrink(g, b) };
}

/** Gradients of y = a × b from the gradient g of y. da has a's shape, db has b's. */
export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: shrink(mul(g, b), a), db: shrink(mul(g, a), b) };
}
