// misconception: axes-lost
import type { Tensor } from "termwise";

export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const [nIn, nOut] = W.shape;
  const got = x.shape[x.shape.length - 1];
  if (got !== nIn) throw new Error(`${got} features, but W has ${nIn} rows`);
  if (b.rank !== 1 || b.size !== nOut) throw new Error(`b should hold ${nOut} numbers`);
  const rows = x.reshape([-1, nIn]);
  const y = rows.matmul(W).add(b);
  return x.rank === 1 ? y.reshape([nOut]) : y;
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  let h = x;
  for (const { W, b } of layers) h = affine(h, W, b);
  return h;
}
