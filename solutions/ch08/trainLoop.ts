import type { Model } from "../../exercises/ch08/trainLoop/stub.ts";

/**
 * The number of the best epoch is all the memory that patience needs: epoch − bestEpoch epochs have passed without
 * improvement. A slice is a copy, so later training cannot reach the kept weights.
 */
export function trainLoop(
  model: Model,
  { maxEpochs, patience }: { maxEpochs: number; patience: number },
): { epochs: number; bestEpoch: number; bestLoss: number; losses: number[] } {
  const losses: number[] = [];
  let bestEpoch = 0;
  let bestLoss = Infinity;
  let best = model.weights.slice();
  while (losses.length < maxEpochs && losses.length - bestEpoch < patience) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    const loss = model.validationLoss();
    losses.push(loss);
    if (loss < bestLoss) {
      bestLoss = loss;
      bestEpoch = losses.length;
      best = model.weights.slice();
    }
  }
  model.weights.set(best);
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
