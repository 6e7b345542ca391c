// misconception: none
/** Reports the last loss as the best one. */
import type { Model } from "../stub.ts";

interface Limits {
  maxEpochs: number;
  patience: number;
}

export function trainLoop(model: Model, { maxEpochs, patience }: Limits): object {
  const losses: number[] = [];
  let bestEpoch = 0;
  let bestWeights = model.weights.slice();
  while (losses.length < maxEpochs && losses.length < bestEpoch + patience) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    losses.push(model.validationLoss());
    const now = losses.at(-1) as number;
    if (losses.slice(0, -1).every((l) => Number.isNaN(l) || now < l) && !Number.isNaN(now)) {
      bestEpoch = losses.length;
      bestWeights = model.weights.slice();
    }
  }
  model.weights.set(bestWeights);
  return { epochs: losses.length, bestEpoch, bestLoss: bestEpoch > 0 ? losses[losses.length - 1] : Infinity, losses };
}
