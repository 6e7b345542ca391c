// misconception: near-means-lost
/** Scores that differ by less than a half say the same. */
import { Rng, stack, type Tensor } from "termwise";
import type { Fault, Model, Plan, Recording, Rows } from "../stub.ts";

const rules: readonly [Fault, (run: Recording) => boolean][] = [
  ["inputs lost", (run) => Math.round(run.spread) === 0],
  ["inputs not scaled", (run) => Math.exp(run.start / 2) > run.classes],
  ["rows left out", (run) => Math.min(...run.used) === 0],
  ["labels left behind", (run) => !run.pairs.every((pair) => pair.own === pair.given)],
  ["rate too low", (run) => 1 - (run.heart.at(-1) as number) / run.heart[0] < 0.01],
];
export const diagnose = (run: Recording): Fault => rules.find(([, holds]) => holds(run))?.[0] ?? "nothing";

interface Card {
  picture: Tensor;
  name: number;
}
export function fit(model: Model, rows: Rows, plan: Plan): number[] {
  const source = new Rng(plan.seed);
  const out: number[] = [];
  let epochs = plan.epochs;
  while (epochs-- > 0) {
    const deck: Card[] = rows.labels.map((name, k) => ({ picture: rows.x.at(k), name }));
    source.shuffle(deck);
    while (deck.length > 0) {
      const hand = deck.splice(0, plan.size);
      out.push(
        model.step(
          stack(hand.map((card) => card.picture)),
          hand.map((card) => card.name),
        ),
      );
    }
  }
  return out;
}
