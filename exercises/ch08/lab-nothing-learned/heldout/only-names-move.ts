// misconception: labels-only
/** The names are shuffled, the pictures are not. */
import { Rng, stack } from "termwise";
import type { Fault, Model, Plan, Recording, Rows } from "../stub.ts";

const rules: readonly [Fault, (run: Recording) => boolean][] = [
  ["inputs lost", (run) => run.spread <= 0],
  ["inputs not scaled", (run) => Math.exp(run.start / 2) > run.classes],
  ["rows left out", (run) => Math.min(...run.used) === 0],
  ["labels left behind", (run) => !run.pairs.every((pair) => pair.own === pair.given)],
  ["rate too low", (run) => 1 - (run.heart.at(-1) as number) / run.heart[0] < 0.01],
];
export const diagnose = (run: Recording): Fault => rules.find(([, holds]) => holds(run))?.[0] ?? "nothing";

export function fit(model: Model, rows: Rows, plan: Plan): number[] {
  const source = new Rng(plan.seed);
  const out: number[] = [];
  for (let e = 1; e <= plan.epochs; e++) {
    const pictures = rows.labels.map((_, k) => rows.x.at(k));
    const names = source.shuffle(rows.labels.slice());
    while (names.length > 0) out.push(model.step(stack(pictures.splice(0, plan.size)), names.splice(0, plan.size)));
  }
  return out;
}
