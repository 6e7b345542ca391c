import { NotImplemented } from "termwise";

/** Weights that learn at the same rate; changed in place by `step`. */
export interface Group {
  readonly weights: Float64Array;
  readonly lr: number;
}
/** What is known of one batch: the mean gradient of its rows, and how many rows they were. */
export interface Batch {
  readonly gradient: readonly number[];
  readonly size: number;
}

/** Stochastic gradient descent for groups of weights. */
export class SGD {
  constructor(groups: readonly Group[]) {
    throw new NotImplemented("E08.2");
  }
  /** How many examples have been added since the last step. */
  get pending(): number {
    throw new NotImplemented("E08.2");
  }
  /** From now on group k learns at this rate. */
  setRate(k: number, lr: number): void {
    throw new NotImplemented("E08.2");
  }
  /** The gradient of one example: one array for each group. */
  add(gradients: readonly ArrayLike<number>[]): void {
    throw new NotImplemented("E08.2");
  }
  /** Moves every weight against the mean gradient of the examples since the last step, and forgets them. */
  step(): void {
    throw new NotImplemented("E08.2");
  }
}

/** The mean gradient of all rows, from the mean gradients of the batches they were dealt into. */
export function fullGradient(batches: readonly Batch[]): number[] {
  throw new NotImplemented("E08.2");
}
