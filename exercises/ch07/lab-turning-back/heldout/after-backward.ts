// misconception: clears-after-backward
/** The clearing stands one line too low. */
import { crossEntropy, parameter, sgd } from "termwise";
import type { Batch, Fault, Recording, Weights } from "../stub.ts";

const differ = (a: number, b: number): boolean => Math.abs(a / b - 1) > 0.01;

export function diagnose(run: Recording): Fault {
  for (let t = 0; t < run.loss.length; t++) {
    if (differ(run.used[t], run.alone[t])) return "gradients add up";
  }
  if (run.along.every((c) => c > 0.5)) return "climbs";
  if (Math.min(...run.dead) > 0.999) return "dead units";
  if (run.moved.every((length) => length === 0)) return "first layer left out";
  const first = run.loss[0];
  return (run.loss.at(-1) ?? first) > first ? "rate too high" : "nothing";
}

export function train(start: Weights, batches: readonly Batch[], { lr }: { lr: number }): object {
  const params = [start.W1, start.b1, start.W2, start.b2].map(parameter);
  const [W1, b1, W2, b2] = params;
  const losses: number[] = [];
  for (const batch of batches) {
    const scores = batch.x.matmul(W1).add(b1).relu().matmul(W2).add(b2);
    const loss = crossEntropy(scores, batch.labels);
    losses.push(loss.item());
    loss.backward();
    for (const p of params) sgd([p], { lr }).zeroGrad();
    sgd(params, { lr }).step();
  }
  return { losses, weights: { W1, b1, W2, b2 } };
}
