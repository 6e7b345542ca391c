// misconception: none
/** Sums magnitudes. */
import type { Tensor } from "termwise";

function back(t: Tensor, like: Tensor): Tensor {
  const lead = t.rank - like.rank;
  let out = t.abs();
  for (let axis = t.rank - 1; axis >= 0; axis--) {
    if (axis < lead || like.shape[axis - lead] === 1) out = out.sum(axis, { keep: true });
  }
  return out.reshape([...like.shape]);
}

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: back(g, a), db: back(g, b) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: back(g.mul(b), a), db: back(g.mul(a), b) };
}
