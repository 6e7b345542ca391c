// misconception: bias-inside-the-sum
import { type Tensor, tensor } from "termwise";

function oneRow(x: readonly number[], W: number[][], b: readonly number[]): number[] {
  return b.map((bias, j) => x.reduce((sum, v, i) => sum + (v * W[i][j] + bias), 0));
}

export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const [nIn, nOut] = W.shape;
  const size = x.shape[x.rank - 1];
  if (size !== nIn) throw new Error(`features: ${size} against ${nIn}`);
  if (b.rank !== 1 || b.shape[0] !== nOut) throw new Error("b needs one number for each output");
  const weights = W.toRows();
  const bias = [...b.data()];
  const rows = x.reshape([-1, nIn]).toRows();
  return tensor(rows.map((row) => oneRow(row, weights, bias))).reshape([...x.shape.slice(0, -1), nOut]);
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  let h = x;
  layers.forEach(({ W, b }) => {
    h = affine(h, W, b);
  });
  return h;
}
