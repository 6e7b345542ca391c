// misconception: activations-not-counted
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  const values: Tensor[] = [x];
  let h = x;
  for (let k = 0; k < layers.length; k++) {
    h = h.matmul(layers[k].W).add(layers[k].b);
    if (k < layers.length - 1 && activations[k] === "relu") h = h.mul(h.greater(0));
    if (k < layers.length - 1 && activations[k] === "step") h = h.less(0).neg().add(1);
    values.push(h);
  }
  return values;
}
