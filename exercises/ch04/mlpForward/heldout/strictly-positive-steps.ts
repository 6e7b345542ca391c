// misconception: step-at-zero-is-0
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (activations.length + 1 !== layers.length) throw new Error(`expected ${layers.length - 1} hidden activations`);
  const go = (h: Tensor, k: number): Tensor[] => {
    if (k === layers.length) return [h];
    let z = h.matmul(layers[k].W).add(layers[k].b);
    const name = activations[k];
    if (name === "step") z = z.sign().maximum(0);
    if (name === "relu") z = z.maximum(0);
    return [h, ...go(z, k + 1)];
  };
  return go(x, 0);
}
