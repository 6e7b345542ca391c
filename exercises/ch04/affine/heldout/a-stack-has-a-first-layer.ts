// misconception: none
import type { Tensor } from "termwise";

/** Takes for granted that there is a first layer: an empty list fails. */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const last = x.shape[x.rank - 1];
  if (last !== W.shape[0]) throw new Error(`x has ${last} features, W ${W.shape[0]}`);
  if (b.rank !== 1 || b.shape[0] !== W.shape[1]) throw new Error(`b is [${b.shape}]`);
  const y = x.reshape([-1, last]).matmul(W).add(b);
  return y.reshape([...x.shape.slice(0, -1), W.shape[1]]);
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  let h = affine(x, layers[0].W, layers[0].b);
  for (let k = 1; k < layers.length; k++) h = affine(h, layers[k].W, layers[k].b);
  return h;
}
