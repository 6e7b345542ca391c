// misconception: one-activation-for-all
import { greater, maximum, type Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  const hidden = layers.length - 1;
  if (activations.length !== hidden) throw new Error(`${activations.length} names for ${hidden} hidden layers`);
  const [kind] = activations;
  const activate = (z: Tensor): Tensor => {
    if (kind === "step") return greater(z, 0).add(z.equal(0));
    return kind === "relu" ? maximum(z, 0) : z;
  };
  const out: Tensor[] = [x];
  for (let k = 0; k < hidden; k++) out.push(activate(out[k].matmul(layers[k].W).add(layers[k].b)));
  out.push(out[hidden].matmul(layers[hidden].W).add(layers[hidden].b));
  return out;
}
