// misconception: equal-improves
/** An equal loss counts as an improvement. */

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
  let snapshot = new Float64Array(model.weights);
  let bestEpoch = 0;
  let bestLoss = Number.POSITIVE_INFINITY;
  const epoch = (): boolean => {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    const value = model.validationLoss();
    const n = losses.push(value);
    if (value <= bestLoss) {
      bestLoss = value;
      bestEpoch = n;
      snapshot = new Float64Array(model.weights);
    }
    return n < maxEpochs && n - bestEpoch < patience;
  };
  if (maxEpochs > 0) while (epoch());
  for (let k = 0; k < snapshot.length; k++) model.weights[k] = snapshot[k];
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
