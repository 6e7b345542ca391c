// misconception: transposed-weights
import { type Tensor, tensor } from "termwise";

/** Works on the flat numbers: weight of input i to output j at j · nIn + i. */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const [nIn, nOut] = W.shape;
  const features = x.shape[x.shape.length - 1];
  if (features !== nIn) throw new Error(`x has ${features} features, W takes ${nIn}`);
  if (b.rank !== 1 || b.shape[0] !== nOut) throw new Error(`b must be [${nOut}], is [${b.shape}]`);
  const xs = x.data();
  const ws = W.data();
  const bs = b.data();
  const rows = xs.length / nIn;
  const out: number[] = [];
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < nOut; j++) {
      let sum = bs[j];
      for (let i = 0; i < nIn; i++) sum += xs[r * nIn + i] * ws[j * nIn + i];
      out.push(sum);
    }
  }
  return tensor(Float64Array.from(out), { shape: [...x.shape.slice(0, -1), nOut] });
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  return layers.reduce((h, { W, b }) => affine(h, W, b), x);
}
