import { gather, NotImplemented, Rng, type Tensor } from "termwise";

/** What was measured of a run, and of the experiments made after it. */
export interface Recording {
  /** How many classes there are. */
  readonly classes: number;
  /** The loss of the first batch, before any step. */
  readonly start: number;
  /** The mean loss of each epoch. */
  readonly loss: readonly number[];
  /** The share of the validation rows that the network gets right, after each epoch. */
  readonly accuracy: readonly number[];
  /** The mean loss of each epoch when the labels are shuffled on purpose, once, before the same program starts. */
  readonly scrambled: readonly number[];
  /** The loss of one batch while the model repeats its step on it: before the first step, and after every tenth. */
  readonly heart: readonly number[];
  /** How far apart the rows of that batch are in the end: the largest difference between two scores of one class. */
  readonly spread: number;
  /** For some rows of the last epoch: the label that the model was given, and the row's own label in the data. */
  readonly pairs: readonly { readonly given: number; readonly own: number }[];
  /** How often each row was given to the model in the last epoch. */
  readonly used: readonly number[];
}

export type Fault =
  | "nothing"
  | "labels left behind"
  | "rows left out"
  | "inputs not scaled"
  | "inputs lost"
  | "rate too low";

/** Names the fault of a run from what was measured. */
export function diagnose(run: Recording): Fault {
  throw new NotImplemented("L08.2");
}

export interface Model {
  /** Takes one step on a batch. Returns its loss before the step. */
  step(x: Tensor, labels: readonly number[]): number;
}
export interface Rows {
  readonly x: Tensor;
  readonly labels: readonly number[];
}
export interface Plan {
  readonly size: number;
  readonly epochs: number;
  readonly seed: number;
}

/** The program of the run above: deals the rows in batches and has the model learn them. Something is wrong with it. */
export function fit(model: Model, { x, labels }: Rows, { size, epochs, seed }: Plan): number[] {
  const rng = new Rng(seed);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = rng.permutation(labels.length);
    for (let from = 0; from < labels.length; from += size) {
      const rows = order.subarray(from, from + size);
      const answers = labels.slice(from, from + size);
      losses.push(model.step(gather(x, rows), answers));
    }
  }
  return losses;
}
