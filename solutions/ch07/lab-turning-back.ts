import { crossEntropy, parameter, relu, sgd } from "termwise";
import type { Batch, Fault, Recording, Weights } from "../../exercises/ch07/lab-turning-back/stub.ts";

/**
 * Ask the probes in the order of cause and effect. Whether the gradient belongs to its batch comes first: nothing after
 * it means anything if it does not. Dead units explain a first layer that rests, so they come before it. The loss comes
 * last, because every fault may raise it and none must.
 */
export function diagnose({ loss, used, alone, along, dead, moved }: Recording): Fault {
  const last = loss.length - 1;
  if (used.some((length, t) => Math.abs(length - alone[t]) > 0.01 * alone[t])) return "gradients add up";
  if (along[0] > 0) return "climbs";
  if (dead[0] === 1) return "dead units";
  if (moved[last] === 0) return "first layer left out";
  return loss[last] > loss[0] ? "rate too high" : "nothing";
}

/** backward adds to the gradients that are there, so each step has to begin without any: zeroGrad. */
export function train(
  start: Weights,
  batches: readonly Batch[],
  { lr }: { lr: number },
): { losses: number[]; weights: Weights } {
  const W1 = parameter(start.W1);
  const b1 = parameter(start.b1);
  const W2 = parameter(start.W2);
  const b2 = parameter(start.b2);
  const optimizer = sgd([W1, b1, W2, b2], { lr });
  const losses: number[] = [];
  for (const { x, labels } of batches) {
    const hidden = relu(x.matmul(W1).add(b1));
    const loss = crossEntropy(hidden.matmul(W2).add(b2), labels);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { losses, weights: { W1, b1, W2, b2 } };
}
