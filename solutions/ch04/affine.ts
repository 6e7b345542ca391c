import type { Tensor } from "termwise";

/**
 * Leading axes are only a way to arrange rows, so the product sees rows and the axes are put back. The bias has one
 * number for each column of the result: it broadcasts along the rows, and nothing else may pass for it.
 */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const [nIn, nOut] = W.shape;
  const features = x.shape[x.rank - 1];
  if (features !== nIn) throw new Error(`affine: x has ${features} features, W takes ${nIn}`);
  if (b.rank !== 1 || b.shape[0] !== nOut) throw new Error(`affine: b is not one number for each of ${nOut} outputs`);
  const rows = x.reshape([-1, nIn]).matmul(W).add(b);
  return rows.reshape([...x.shape.slice(0, -1), nOut]);
}

/** What one layer gives is what the next one takes. */
export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  return layers.reduce((h, { W, b }) => affine(h, W, b), x);
}
