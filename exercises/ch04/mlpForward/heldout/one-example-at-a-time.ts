// misconception: none
import { type Tensor, tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

/** Forgets that x is a batch: only its first row goes through. */
export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (activations.length !== layers.length - 1) throw new Error("hidden layers and activations do not match");
  let h = x.toRows()[0];
  const values: number[][] = [h];
  layers.forEach((layer, k) => {
    const W = layer.W.toRows();
    const b = [...layer.b.data()];
    const z = b.map((bias, j) => h.reduce((s, v, i) => s + v * W[i][j], bias));
    if (activations[k] === "step") h = z.map((v) => Number(v >= 0));
    else if (activations[k] === "relu") h = z.map((v) => (v > 0 ? v : 0));
    else h = z;
    values.push(h);
  });
  return values.map((row) => tensor([row]));
}
