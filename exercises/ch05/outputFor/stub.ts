import { NotImplemented } from "termwise";

export interface Target {
  readonly name: string;
  /** Numbers of each example. */
  readonly columns: number;
  /** The values that are possible. */
  readonly low: number;
  readonly high: number;
  /** Whether the columns of an example always sum to 1. */
  readonly sumsToOne: boolean;
  /** Smallest and largest value in the training rows. */
  readonly seen: readonly [number, number];
}
export type Output = "identity" | "exp" | "sigmoid" | "softmax" | "tanh" | "scaled sigmoid";

/** The output function for a kind of target. */
export function outputFor({ name, columns, low, high, sumsToOne, seen }: Target): Output {
  throw new NotImplemented("E05.6");
}

/** The smallest mean squared error that outputs of this function can reach. */
export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  throw new NotImplemented("E05.6");
}
