// misconception: effect-before-cause
/** A first layer that rests was left out, whatever its units do. */
import { crossEntropy, parameter, sgd } from "termwise";
import type { Batch, Fault, Recording, Weights } from "../stub.ts";

export function diagnose({ loss, used, alone, along, dead, moved }: Recording): Fault {
  const off = used.map((u, t) => u / alone[t]).filter((ratio) => ratio < 0.99 || ratio > 1.01);
  if (off.length > 0) return "gradients add up";
  if (along[along.length - 1] > 0) return "climbs";
  if (moved.every((m) => m === 0)) return "first layer left out";
  if (dead.every((d) => d === 1)) return "dead units";
  return loss[loss.length - 1] - loss[0] > 0 ? "rate too high" : "nothing";
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
