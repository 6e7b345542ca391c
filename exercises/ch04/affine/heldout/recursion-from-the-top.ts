// misconception: layers-from-the-last
import type { Tensor } from "termwise";

export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  const m = x.shape[x.rank - 1];
  const [n, units] = W.shape;
  if (m !== n) throw new Error(`number of features: ${m} in x, ${n} in W`);
  if (b.rank !== 1 || b.shape[0] !== units) throw new Error(`b has the wrong shape [${b.shape.join(", ")}]`);
  return x
    .reshape([-1, n])
    .matmul(W)
    .add(b)
    .reshape([...x.shape.slice(0, -1), units]);
}

export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  const todo = [...layers];
  let h = x;
  while (todo.length > 0) {
    const layer = todo.pop();
    if (layer) h = affine(h, layer.W, layer.b);
  }
  return h;
}
