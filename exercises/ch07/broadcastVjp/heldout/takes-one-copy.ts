// misconception: first-entry
/** Takes the first copy along a stretched axis instead of the sum of all copies. */
import type { Tensor } from "termwise";

function first(t: Tensor, shape: readonly number[]): Tensor {
  let out = t;
  const lead = t.rank - shape.length;
  t.shape.forEach((size, axis) => {
    const wanted = axis < lead ? 1 : shape[axis - lead];
    if (wanted === 1 && size > 1) out = out.slice(0, 1, axis);
  });
  return out.reshape([...shape]);
}

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: first(g, a.shape), db: first(g, b.shape) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: first(g.mul(b), a.shape), db: first(g.mul(a), b.shape) };
}
