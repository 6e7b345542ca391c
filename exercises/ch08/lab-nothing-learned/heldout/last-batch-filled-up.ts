// misconception: none
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

export function diagnose(run: Recording): Fault {
  // what is counted comes first
  for (const pair of run.pairs) {
    if (pair.given !== pair.own) return "labels left behind";
  }
  for (const n of run.used) {
    if (n < 1) return "rows left out";
  }
  // then the experiments
  const before = run.heart[0]!;
  const after = run.heart[run.heart.length - 1]!;
  return run.start > Math.log(run.classes) * 2
    ? "inputs not scaled"
    : run.spread === 0
      ? "inputs lost"
      : (before - after) / before < 0.01
        ? "rate too low"
        : "nothing";
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
  const n = labels.length;
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = rng.permutation(n);
    for (let from = 0; from < n; from += size) {
      // every batch is full: after the last row go on with the first
      const rows = order.slice(0, size).map((_, k) => order[(from + k) % n]!);
      losses.push(
        model.step(
          gather(x, rows),
          Array.from(rows, (row) => labels[row]!),
        ),
      );
    }
  }
  return losses;
}
