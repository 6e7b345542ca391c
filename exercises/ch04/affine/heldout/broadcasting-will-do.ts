// misconception: bias-not-checked
import type { Tensor } from "termwise";

export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const features = x.shape[x.rank - 1];
  if (features !== W.shape[0]) throw new Error(`x has ${features} features, not ${W.shape[0]}`);
  const flat = x.reshape([x.size / features, features]);
  const shape = [...x.shape.slice(0, -1), W.shape[1]];
  return flat.matmul(W).reshape(shape).add(b);
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  return layers.reduce((value, layer) => affine(value, layer.W, layer.b), x);
}
