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
  const noIdea = Math.log(run.classes);
  const wrong = run.pairs.filter((p) => p.given !== p.own).length;
  const missing = run.used.filter((n) => n === 0).length;
  const fall = run.heart[0]! - run.heart[run.heart.length - 1]!;

  if (wrong > 0) return "labels left behind";
  if (missing > 0) return "rows left out";
  if (run.start > 2 * noIdea) return "inputs not scaled";
  if (run.spread === 0) return "inputs lost";
  if (fall < 0.01) return "rate too low";
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
      const answers = Array.from(rows, (row) => labels[row]!);
      losses.push(model.step(gather(x, rows), answers));
    }
  }
  return losses;
}
