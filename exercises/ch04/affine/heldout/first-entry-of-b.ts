// misconception: one-bias-for-all
import { matmul, type Tensor } from "termwise";

const check = (x: Tensor, W: Tensor, b: Tensor): void => {
  const n = x.shape.at(-1);
  if (n !== W.shape[0]) throw new Error(`features do not fit: ${n} and ${W.shape[0]}`);
  if (b.shape.length !== 1 || b.size !== W.shape[1]) throw new Error("b does not fit");
};

export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  check(x, W, b);
  const bias = b.data()[0];
  if (x.rank === 1)
    return matmul(x.reshape([1, x.size]), W)
      .add(bias)
      .reshape([W.shape[1]]);
  return matmul(x, W).add(bias);
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  if (layers.length === 0) return x;
  const [{ W, b }, ...rest] = layers;
  return affineStack(affine(x, W, b), rest);
}
