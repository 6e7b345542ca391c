// misconception: moved-back
/** Pictures are fetched by the order, names are sent by it. */
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

export function fit({ step }: Model, { x, labels }: Rows, { size, epochs, seed }: Plan): number[] {
  const source = new Rng(seed);
  const out: number[] = [];
  for (let e = 0; e < epochs; e++) {
    const way = [...source.permutation(labels.length)];
    const pictures = way.map((k) => x.at(k));
    const names: number[] = [];
    for (const [from, to] of way.entries()) names[to] = labels[from];
    for (let at = 0; at < way.length; at += size) {
      out.push(step(stack(pictures.slice(at, at + size)), names.slice(at, at + size)));
    }
  }
  return out;
}
