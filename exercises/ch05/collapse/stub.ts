import { NotImplemented, type Tensor } from "termwise";

export interface Layer {
  /** [nIn, nOut] */
  readonly W: Tensor;
  /** [nOut] */
  readonly b: Tensor;
}
export interface Step extends Layer {
  /** What follows xW + b. */
  readonly activation: "relu" | "identity";
}

/** The one layer that computes what all layers in a row compute. */
export function collapse(layers: readonly Layer[]): Layer {
  throw new NotImplemented("E05.5");
}

/** The shortest network that computes the same: layers merged wherever no activation stands between them. */
export function shorten(network: readonly Step[]): Step[] {
  throw new NotImplemented("E05.5");
}
