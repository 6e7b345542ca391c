// misconception: sums-kept-instead-of-values
import { type Tensor, tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

function act(name: Activation, z: Tensor): Tensor {
  const rows = z.toRows();
  switch (name) {
    case "step":
      return tensor(rows.map((r) => r.map((v) => (v >= 0 ? 1 : 0))));
    case "relu":
      return tensor(rows.map((r) => r.map((v) => Math.max(0, v))));
    default:
      return z;
  }
}

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (layers.length !== activations.length + 1) throw new Error("one activation for each hidden layer");
  const all: Tensor[] = [x];
  let h = x;
  for (let i = 0; i < layers.length; i++) {
    const z = h.matmul(layers[i].W).add(layers[i].b);
    all.push(z);
    if (i < activations.length) h = act(activations[i], z);
  }
  return all;
}
