// misconception: bias-only-in-the-last-layer
import { type Tensor, zeros } from "termwise";

export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const lead = x.shape.slice(0, -1);
  const width = x.shape[x.rank - 1];
  const [nIn, nOut] = W.shape;
  if (width !== nIn) throw new Error(`features: x has ${width}, W has ${nIn}`);
  if (String(b.shape) !== String([nOut])) throw new Error(`b has shape [${b.shape}]`);
  return x
    .reshape([-1, nIn])
    .matmul(W)
    .add(b)
    .reshape([...lead, nOut]);
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  let h = x;
  for (const [k, layer] of layers.entries()) {
    const last = k + 1 === layers.length;
    h = affine(h, layer.W, last ? layer.b : zeros(layer.b.shape));
  }
  return h;
}
