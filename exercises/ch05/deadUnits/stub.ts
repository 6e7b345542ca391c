import { NotImplemented, type Tensor } from "termwise";

export interface Layer {
  /** [nIn, units] */
  readonly W: Tensor;
  /** [units] */
  readonly b: Tensor;
}
export interface Census {
  /** Units whose derivative is 0 on all rows, ascending. */
  readonly dead: number[];
  /** Dead units divided by units. */
  readonly share: number;
  /** The share of all pairs of a row and a unit whose sum is not positive. */
  readonly left: number;
}

/** Which units of each hidden layer never get a gradient. X: [N, nIn]; slope: that of the leaky ReLU, 0 for ReLU. */
export function deadUnits(X: Tensor, layers: readonly Layer[], { slope = 0 }: { slope?: number } = {}): Census[] {
  throw new NotImplemented("E05.7");
}
