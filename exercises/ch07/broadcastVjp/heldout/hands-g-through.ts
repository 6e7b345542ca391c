// misconception: not-reduced
/** Both gradients keep the shape of g. */
import type { Tensor } from "termwise";

export function addVjp(g: Tensor, _a: Tensor, _b: Tensor): { da: Tensor; db: Tensor } {
  return { da: g.mul(1), db: g.mul(1) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: g.mul(b), db: g.mul(a) };
}
