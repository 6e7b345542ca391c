// misconception: with-replacement
/** Every place of a batch is a draw. */
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
  const urn = new Rng(seed);
  const n = labels.length;
  const out: number[] = [];
  for (let e = 0; e < epochs; e++) {
    for (let left = n; left > 0; left -= size) {
      const drawn = Array.from({ length: left < size ? left : size }, () => Math.floor(urn.uniform() * n));
      out.push(
        step(
          stack(drawn.map((k) => x.at(k))),
          drawn.map((k) => labels[k]),
        ),
      );
    }
  }
  return out;
}
