// misconception: blames-the-rate
/** Whatever rises has too high a rate. */
import { crossEntropy, parameter, sgd } from "termwise";
import type { Batch, Fault, Recording, Weights } from "../stub.ts";

export function diagnose(run: Recording): Fault {
  const steps = run.loss.length;
  const up = run.loss[steps - 1] > run.loss[0];
  if (up) return "rate too high";
  let fault: Fault = "nothing";
  if (run.moved[steps - 1] === 0) fault = "first layer left out";
  if (run.dead[0] === 1) fault = "dead units";
  if (run.along[0] > 0) fault = "climbs";
  for (let t = 0; t < steps; t++)
    if (Math.abs(run.used[t] - run.alone[t]) / run.alone[t] > 0.01) fault = "gradients add up";
  return fault;
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
