// misconception: summed-too-early
/** mulVjp reuses addVjp and multiplies afterwards. */
import type { Tensor } from "termwise";

function sumTo(t: Tensor, shape: readonly number[]): Tensor {
  let out = t;
  for (let n = t.rank - shape.length; n > 0; n--) out = out.sum(0);
  shape.forEach((size, axis) => {
    if (size === 1) out = out.sum(axis, { keep: true });
  });
  return out;
}

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: sumTo(g, a.shape), db: sumTo(g, b.shape) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  const { da, db } = addVjp(g, a, b);
  return { da: sumTo(da.mul(b), a.shape), db: sumTo(db.mul(a), b.shape) };
}
