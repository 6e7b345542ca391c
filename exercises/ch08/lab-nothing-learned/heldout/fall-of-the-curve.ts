// misconception: rate-by-the-epochs
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

/** Which share of its first value a curve has lost in the end. */
function fallen(curve: readonly number[]): number {
  const first = curve[0]!;
  return (first - curve[curve.length - 1]!) / first;
}

export function diagnose({ classes, start, loss, spread, pairs, used }: Recording): Fault {
  if (pairs.some((pair) => pair.own !== pair.given)) return "labels left behind";
  if (!used.every((n) => n > 0)) return "rows left out";
  if (start > 2 * Math.log(classes)) return "inputs not scaled";
  if (spread === 0) return "inputs lost";
  if (fallen(loss) < 0.01) return "rate too low";
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

export function fit(model: Model, rows: Rows, plan: Plan): number[] {
  const count = rows.labels.length;
  const rng = new Rng(plan.seed);
  const out: number[] = [];
  for (let e = 0; e < plan.epochs; e++) {
    const order = rng.permutation(count);
    const shuffled: number[] = [];
    for (const i of order) shuffled.push(rows.labels[i]!);
    let at = 0;
    while (at < count) {
      const end = Math.min(at + plan.size, count);
      out.push(model.step(gather(rows.x, order.subarray(at, end)), shuffled.slice(at, end)));
      at = end;
    }
  }
  return out;
}
