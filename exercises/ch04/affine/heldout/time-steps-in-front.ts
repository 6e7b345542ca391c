// misconception: none
// For [B, T, nIn] the results of the time steps are stacked along axis 0, so B and T come out swapped.
import { stack, type Tensor } from "termwise";

/** xW + b. x: [..., nIn], W: [nIn, nOut], b: [nOut] → [..., nOut]. Throws an Error when sizes do not fit. */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const [nIn, nOut] = W.shape;
  const last = x.shape[x.rank - 1];
  if (last !== nIn) throw new Error(`wrong number of features: ${last} in x, ${nIn} in W`);
  if (b.rank !== 1 || b.shape[0] !== nOut) throw new Error(`b must have shape [${nOut}], not [${b.shape}]`);

  if (x.rank === 1) return x.unsqueeze(0).matmul(W).squeeze([0]).add(b);
  if (x.rank === 2) return x.matmul(W).add(b);

  // more axes: take axis 1 apart, do each piece, put the pieces together again
  const steps: Tensor[] = [];
  for (let t = 0; t < x.shape[1]; t++) {
    const piece = x.slice(t, t + 1, 1).squeeze([1]);
    steps.push(affine(piece, W, b));
  }
  return stack(steps);
}

/** x through all layers, the first one first. */
export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  let out = x;
  layers.forEach((layer) => {
    out = affine(out, layer.W, layer.b);
  });
  return out;
}
