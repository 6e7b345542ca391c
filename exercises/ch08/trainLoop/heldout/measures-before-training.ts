// misconception: none
/** Measures each epoch before it trains. */

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
  let best = model.weights.slice();
  let bestEpoch = 0;
  let bestLoss = Infinity;
  for (let epoch = 1; epoch <= maxEpochs; epoch++) {
    model.setMode("evaluate");
    const loss = model.validationLoss();
    losses.push(loss);
    if (loss < bestLoss) {
      best = model.weights.slice();
      bestEpoch = epoch;
      bestLoss = loss;
    }
    if (epoch - bestEpoch === patience) break;
    model.setMode("train");
    model.trainEpoch();
  }
  model.weights.set(best);
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
