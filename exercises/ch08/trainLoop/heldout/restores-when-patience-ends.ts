// misconception: restored-only-when-stopped
/** Puts the best weights back only where it stops early. */

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
  const losses: number[] = [];
  let best: Float64Array = model.weights.slice();
  let bestLoss = Infinity;
  let bestEpoch = 0;
  let waited = 0;
  for (let epoch = 1; epoch <= maxEpochs; epoch++) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    const loss = model.validationLoss();
    losses.push(loss);
    waited++;
    if (loss < bestLoss) {
      waited = 0;
      bestLoss = loss;
      bestEpoch = epoch;
      best = model.weights.slice();
    }
    if (waited === patience) {
      model.weights.set(best);
      break;
    }
  }
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
