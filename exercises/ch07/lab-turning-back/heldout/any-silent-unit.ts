// misconception: one-dead-unit
/** One silent unit is enough for it. */
import { crossEntropy, parameter, sgd } from "termwise";
import type { Batch, Fault, Recording, Weights } from "../stub.ts";

export function diagnose(run: Recording): Fault {
  const same = run.used.every((u, t) => Math.abs(u - run.alone[t]) <= 0.01 * run.alone[t]);
  if (!same) return "gradients add up";
  if (run.along[0] > 0) return "climbs";
  if (run.dead[0] !== 0) return "dead units";
  if (run.moved.at(-1) === 0) return "first layer left out";
  return (run.loss.at(-1) as number) > run.loss[0] ? "rate too high" : "nothing";
}

export function train(start: Weights, batches: readonly Batch[], { lr }: { lr: number }): object {
  const params = [start.W1, start.b1, start.W2, start.b2].map(parameter);
  const [W1, b1, W2, b2] = params;
  const losses: number[] = [];
  for (const batch of batches) {
    const scores = batch.x.matmul(W1).add(b1).relu().matmul(W2).add(b2);
    const loss = crossEntropy(scores, batch.labels);
    const optimizer = sgd(params, { lr });
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { losses, weights: { W1, b1, W2, b2 } };
}
