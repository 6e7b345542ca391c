import type { Tensor } from "termwise";

/** A sum passes its gradient on; broadcasting is undone in one place. */
export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: sumTo(g, a.shape), db: sumTo(g, b.shape) };
}

/** Each factor's gradient is g times the other, at the full shape, before anything is summed. */
export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: sumTo(g.mul(b), a.shape), db: sumTo(g.mul(a), b.shape) };
}

/** Sum over the axes that broadcasting stretched: those `shape` lacks, and those where it has size 1. */
function sumTo(g: Tensor, shape: readonly number[]): Tensor {
  const missing = g.rank - shape.length;
  const stretched = g.shape.map((_, axis) => axis).filter((axis) => axis < missing || shape[axis - missing] === 1);
  return g.sum(stretched, { keep: true }).reshape(shape);
}
