// misconception: relu-is-a-magnitude
import { abs, type Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

const step = (z: Tensor) => z.less(0).mul(-1).add(1);

export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (activations.length !== layers.length - 1) throw new Error("wrong number of hidden activations");
  return layers.reduce<Tensor[]>(
    (values, { W, b }, k) => {
      const sums = values[values.length - 1].matmul(W).add(b);
      const name = activations[k] ?? "identity";
      values.push(name === "relu" ? abs(sums) : name === "step" ? step(sums) : sums);
      return values;
    },
    [x],
  );
}
