import { NotImplemented } from "termwise";

/** f(x) = Σⱼ vⱼ tanh(bⱼ + Σ_d x_d W[d][j]) + c. W: D rows of H; b, v: H numbers. */
export interface Net {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly v: readonly number[];
  readonly c: number;
}
type Rows = readonly (readonly number[])[];

/** The network after one step of gradient descent on the mean squared error over all rows. */
export function trainStep(net: Net, X: Rows, y: readonly number[], lr: number): Net {
  throw new NotImplemented("E08.5");
}

/** How many hidden units differ from all units before them, in any weight that belongs to them. */
export function distinctUnits(net: Net): number {
  throw new NotImplemented("E08.5");
}

/** The number of distinct units at the start and after every step: steps + 1 numbers. */
export function unitsOverTime(
  net: Net,
  X: Rows,
  y: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[] {
  throw new NotImplemented("E08.5");
}

/** A network of D inputs and H units to begin with, from D·H + H numbers that are uniform in [0, 1). */
export function startingWeights(D: number, H: number, uniforms: readonly number[]): Net {
  throw new NotImplemented("E08.5");
}
