// misconception: activation-after-output
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

const functions: Record<Activation, (z: Tensor) => Tensor> = {
  step: (z) => z.less(0).neg().add(1),
  relu: (z) => z.relu(),
  identity: (z) => z,
};

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (activations.length !== layers.length - 1) throw new Error(`hidden layers: ${layers.length - 1}`);
  const values = [x];
  let name: Activation = "identity";
  layers.forEach(({ W, b }, k) => {
    if (k < activations.length) name = activations[k];
    values.push(functions[name](values[k].matmul(W).add(b)));
  });
  return values;
}
