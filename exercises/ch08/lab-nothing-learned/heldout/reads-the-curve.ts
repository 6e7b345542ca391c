// misconception: no-idea-means-torn
/** A loss that ends where guessing ends has had the wrong labels. */
import { Rng, stack, type Tensor } from "termwise";
import type { Fault, Model, Plan, Recording, Rows } from "../stub.ts";

export function diagnose(run: Recording): Fault {
  const guess = Math.log(run.classes);
  const [before] = run.heart;
  if ((run.loss.at(-1) as number) >= guess * 0.85) return "labels left behind";
  if (run.used.indexOf(0) >= 0) return "rows left out";
  if (run.start > guess + guess) return "inputs not scaled";
  if (run.spread === 0) return "inputs lost";
  return (run.heart.at(-1) as number) / before > 0.99 ? "rate too low" : "nothing";
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
