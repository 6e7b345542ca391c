import { NotImplemented } from "termwise";

export interface Model {
  /** Changed in place by steps; write into it to restore. */
  readonly weights: Float64Array;
  /** Measures the loss of the next batch, then makes a step with this rate. Returns the loss. */
  step(lr: number): number;
}

/** The losses of a training whose rate grows by equal factors, up to where it blows up; the weights are restored. */
export function sweep(
  model: Model,
  { from, to, steps }: { from: number; to: number; steps: number },
): { rates: number[]; losses: number[] } {
  throw new NotImplemented("E08.8");
}

/** The mean of the losses at most `radius` places away, for each place. */
export function smoothed(losses: readonly number[], radius: number): number[] {
  throw new NotImplemented("E08.8");
}

/** The rate at which the smoothed losses fall most from the place before to the place after. */
export function suggestRate(rates: readonly number[], losses: readonly number[], radius: number): number {
  throw new NotImplemented("E08.8");
}
