// misconception: callers-data
/** Both lists get the same swaps, the labels where they lie. */
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

export function fit({ step }: Model, { x, labels }: Rows, { size, epochs, seed }: Plan): number[] {
  const source = new Rng(seed);
  const names = labels as number[];
  const pictures = names.map((_, k) => x.at(k));
  const out: number[] = [];
  for (let e = 0; e < epochs; e++) {
    for (let i = names.length; i > 1; ) {
      const j = source.int(i--);
      [names[i], names[j]] = [names[j], names[i]];
      [pictures[i], pictures[j]] = [pictures[j], pictures[i]];
    }
    for (let at = 0; at < names.length; at += size) {
      out.push(step(stack(pictures.slice(at, at + size)), names.slice(at, at + size)));
    }
  }
  return out;
}
