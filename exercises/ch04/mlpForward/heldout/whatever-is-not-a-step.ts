// misconception: none
// Everything that is not "step" becomes a ReLU, "identity" too.
import { greater, matmul, mul, type Tensor } from "termwise";

export interface Layer {
  /** [nIn, nOut] */
  readonly W: Tensor;
  /** [nOut] */
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

const step = (z: Tensor): Tensor => greater(z, 0).add(z.equal(0));
const positivePart = (z: Tensor): Tensor => mul(z, greater(z, 0));

/** The values of all layers: x [B, nIn], then each hidden layer after its activation, then the output. */
export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  const L = layers.length;
  if (activations.length !== L - 1) throw new Error(`need ${L - 1} names, one for each hidden layer`);
  const out: Tensor[] = [x];
  for (const [i, layer] of layers.entries()) {
    const before = out[out.length - 1];
    const z = matmul(before, layer.W).add(layer.b);
    if (i === L - 1) out.push(z);
    else out.push(activations[i] === "step" ? step(z) : positivePart(z));
  }
  return out;
}
