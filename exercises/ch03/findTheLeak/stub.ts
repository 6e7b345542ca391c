import { NotImplemented } from "termwise";

/** What one experiment used. Rows are lists of C features, before anything was subtracted. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  /** What the experiment subtracts from each of the C features, in training and in testing. */
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

/** The leaks of an experiment, in the order of the type above. */
export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  throw new NotImplemented("E03.5");
}

/** By how much the leaky accuracy is above the honest one. Each list says for every test row whether it came out right. */
export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  throw new NotImplemented("E03.5");
}
