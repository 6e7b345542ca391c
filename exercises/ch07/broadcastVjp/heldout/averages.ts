// misconception: mean
/** Averages over the copies instead of adding them. */
import type { Tensor } from "termwise";

function shrink(t: Tensor, shape: readonly number[]): Tensor {
  let out = t;
  while (out.rank > shape.length) out = out.mean(0);
  for (const [axis, size] of shape.entries()) {
    if (size === 1 && out.shape[axis] !== 1) out = out.mean(axis, { keep: true });
  }
  return out;
}

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: shrink(g, a.shape), db: shrink(g, b.shape) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: shrink(g.mul(b), a.shape), db: shrink(g.mul(a), b.shape) };
}
