// misconception: none
/** Names the modes "training" and "validation". */
import type { Model } from "../stub.ts";

interface Limits {
  maxEpochs: number;
  patience: number;
}

export function trainLoop(model: Model, { maxEpochs, patience }: Limits): object {
  const set = model.setMode as (mode: string) => void;
  const losses: number[] = [];
  let bestEpoch = 0;
  let bestLoss = Infinity;
  let best = model.weights.slice();
  for (let epoch = 1; epoch <= maxEpochs && epoch - bestEpoch <= patience; epoch++) {
    set("training");
    model.trainEpoch();
    set("validation");
    const loss = model.validationLoss();
    losses.push(loss);
    if (loss < bestLoss) [bestLoss, bestEpoch, best] = [loss, epoch, model.weights.slice()];
  }
  model.weights.set(best);
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
