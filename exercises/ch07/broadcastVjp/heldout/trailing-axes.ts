// misconception: wrong-axis
/** Removes surplus axes from the back. */
import type { Tensor } from "termwise";

const reduceTo = (t: Tensor, shape: readonly number[]): Tensor => {
  if (t.rank > shape.length) return reduceTo(t.sum(t.rank - 1), shape);
  const axis = t.shape.findIndex((size, k) => size !== 1 && shape[k] === 1);
  return axis < 0 ? t : reduceTo(t.sum(axis, { keep: true }), shape);
};

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: reduceTo(g, a.shape), db: reduceTo(g, b.shape) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: reduceTo(g.mul(b), a.shape), db: reduceTo(g.mul(a), b.shape) };
}
