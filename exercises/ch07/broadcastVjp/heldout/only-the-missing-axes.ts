// misconception: leading-only
/** Sums the axes that an operand lacks, and leaves those of size 1 stretched. */
import type { Tensor } from "termwise";

function drop(t: Tensor, rank: number): Tensor {
  return t.rank === rank ? t : drop(t.sum(0), rank);
}

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: drop(g, a.rank), db: drop(g, b.rank) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: drop(g.mul(b), a.rank), db: drop(g.mul(a), b.rank) };
}
