// misconception: right-batch-wrong-row
import { gather, Rng, type Tensor } from "termwise";

export interface Recording {
  readonly classes: number;
  readonly start: number;
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
  readonly scrambled: readonly number[];
  readonly heart: readonly number[];
  readonly spread: number;
  readonly pairs: readonly { readonly given: number; readonly own: number }[];
  readonly used: readonly number[];
}

export type Fault =
  | "nothing"
  | "labels left behind"
  | "rows left out"
  | "inputs not scaled"
  | "inputs lost"
  | "rate too low";

const tests: [Fault, (r: Recording) => boolean][] = [
  ["labels left behind", (r) => !r.pairs.every(({ given, own }) => given === own)],
  ["rows left out", (r) => r.used.includes(0)],
  ["inputs not scaled", (r) => r.start / Math.log(r.classes) > 2],
  ["inputs lost", (r) => r.spread === 0],
  ["rate too low", (r) => r.heart[r.heart.length - 1]! > 0.99 * r.heart[0]!],
];

export function diagnose(run: Recording): Fault {
  for (const [fault, holds] of tests) {
    if (holds(run)) return fault;
  }
  return "nothing";
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

export function fit(model: Model, { x, labels }: Rows, { size, epochs, seed }: Plan): number[] {
  const rng = new Rng(seed);
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = rng.permutation(labels.length);
    for (let from = 0; from < labels.length; from += size) {
      const rows = order.subarray(from, from + size);
      // only the labels of the rows that are in this batch
      const answers = labels.filter((_, row) => rows.includes(row));
      losses.push(model.step(gather(x, rows), answers));
    }
  }
  return losses;
}
