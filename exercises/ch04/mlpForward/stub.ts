import { NotImplemented, type Tensor } from "termwise";

export interface Layer {
  /** [nIn, nOut] */
  readonly W: Tensor;
  /** [nOut] */
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

/** The values of all layers: x [B, nIn], then each hidden layer after its activation, then the output. */
export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  throw new NotImplemented("E04.2");
}
