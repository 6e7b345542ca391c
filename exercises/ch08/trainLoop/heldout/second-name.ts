// misconception: reference
/** Remembers the best state in an object; its weights are the model's own array. */

interface Model {
  readonly weights: Float64Array;
  trainEpoch(): void;
  validationLoss(): number;
  setMode(mode: "train" | "evaluate"): void;
}
interface Options {
  maxEpochs: number;
  patience: number;
}
interface Result {
  epochs: number;
  bestEpoch: number;
  bestLoss: number;
  losses: number[];
}

export function trainLoop(model: Model, { maxEpochs, patience }: Options): Result {
  const best = { epoch: 0, loss: Infinity, weights: model.weights };
  const losses: number[] = [];
  for (let epoch = 1; epoch <= maxEpochs; epoch++) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    losses.push(model.validationLoss());
    if (losses[epoch - 1] < best.loss) Object.assign(best, { epoch, loss: losses[epoch - 1], weights: model.weights });
    if (epoch - best.epoch >= patience) break;
  }
  best.weights.forEach((w, k) => {
    model.weights[k] = w;
  });
  return { epochs: losses.length, bestEpoch: best.epoch, bestLoss: best.loss, losses };
}
