// misconception: none
/** Makes the batches as equal as they can be, instead of leaving what is left to the last. */
import { Rng, stack, type Tensor } from "termwise";
import type { Fault, Model, Plan, Recording, Rows } from "../stub.ts";

export function diagnose(run: Recording): Fault {
  let wrong = 0;
  for (const pair of run.pairs) if (pair.given !== pair.own) wrong++;
  const [before, after] = [run.heart[0], run.heart.slice(-1)[0]];
  switch (true) {
    case wrong > 0:
      return "labels left behind";
    case run.used.some((times) => times < 1):
      return "rows left out";
    case run.start / Math.log(run.classes) > 2:
      return "inputs not scaled";
    case !run.spread:
      return "inputs lost";
    default:
      return before - after < before / 100 ? "rate too low" : "nothing";
  }
}

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
    for (let left = Math.ceil(deck.length / plan.size); left > 0; left--) {
      const hand = deck.splice(0, Math.ceil(deck.length / left));
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
