// misconception: second-draw
/** Pictures and names are two decks; both are shuffled. */
import { Rng, stack } from "termwise";
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

export function fit(model: Model, rows: Rows, plan: Plan): number[] {
  const source = new Rng(plan.seed);
  const out: number[] = [];
  for (let e = 1; e <= plan.epochs; e++) {
    const pictures = source.shuffle(rows.labels.map((_, k) => rows.x.at(k)));
    const names = source.shuffle(rows.labels.slice());
    while (names.length > 0) out.push(model.step(stack(pictures.splice(0, plan.size)), names.splice(0, plan.size)));
  }
  return out;
}
