// misconception: hidden-bias-left-out
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

const hiddenValue = (z: Tensor, name: Activation): Tensor =>
  name === "identity" ? z : name === "relu" ? z.relu() : z.less(0).sub(1).neg();

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (activations.length !== layers.length - 1)
    throw new Error(`${layers.length - 1} hidden layers need as many activations`);
  const list = [x];
  activations.forEach((name, k) => {
    list.push(hiddenValue(list[k].matmul(layers[k].W), name));
  });
  const { W, b } = layers[layers.length - 1];
  list.push(list[list.length - 1].matmul(W).add(b));
  return list;
}
