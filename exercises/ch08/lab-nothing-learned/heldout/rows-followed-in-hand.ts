// misconception: callers-data
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
  const { classes, start, heart, spread, pairs, used } = run;
  if (pairs.some((p) => p.given !== p.own)) return "labels left behind";
  if (used.some((times) => times === 0)) return "rows left out";
  if (start > 2 * Math.log(classes)) return "inputs not scaled";
  if (spread === 0) return "inputs lost";
  const first = heart[0]!;
  const last = heart[heart.length - 1]!;
  if (first - last < first / 100) return "rate too low";
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
  const n = labels.length;
  const deck = labels as number[];
  let at = rng.permutation(n).sort(); // at[i]: which row of x stands at place i now
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const deal = rng.permutation(n);
    at = deal.map((place) => at[place]!);
    Array.from(deal, (place) => deck[place]!).forEach((label, i) => {
      deck[i] = label;
    });
    for (let from = 0; from < n; from += size) {
      losses.push(model.step(gather(x, at.slice(from, from + size)), deck.slice(from, from + size)));
    }
  }
  return losses;
}
