// misconception: ones-dropped
/** Sums over every stretched axis and lets the axes go, those of size 1 too. */
import { type Tensor, tensor } from "termwise";

function collect(values: Float32Array, shape: readonly number[], target: readonly number[]): Tensor {
  const lead = shape.length - target.length;
  const out = new Float32Array(target.reduce((p, q) => p * q, 1));
  values.forEach((v, flat) => {
    let rest = flat;
    let place = 0;
    let stride = 1;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const i = rest % shape[axis];
      rest = (rest - i) / shape[axis];
      if (axis < lead) continue;
      const size = target[axis - lead];
      if (size > 1) place += i * stride;
      stride *= size;
    }
    out[place] += v;
  });
  const kept = target.filter((size, k) => size !== 1 || shape[lead + k] === 1);
  return tensor(out, { shape: kept });
}

export function addVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: collect(g.data(), g.shape, a.shape), db: collect(g.data(), g.shape, b.shape) };
}

export function mulVjp(g: Tensor, a: Tensor, b: Tensor): { da: Tensor; db: Tensor } {
  return { da: collect(g.mul(b).data(), g.shape, a.shape), db: collect(g.mul(a).data(), g.shape, b.shape) };
}
