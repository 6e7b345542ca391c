// misconception: patience-never-reset
/** Counts bad epochs over the whole training. */

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
  let saved = model.weights.map((w) => w);
  let bestEpoch = 0;
  let bad = 0;
  const losses: number[] = [];
  for (let epoch = 1; epoch <= maxEpochs && bad < patience; epoch += 1) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    const loss = model.validationLoss();
    losses.push(loss);
    const record = bestEpoch === 0 ? Infinity : losses[bestEpoch - 1];
    if (loss < record) {
      bestEpoch = epoch;
      saved = model.weights.map((w) => w);
    } else bad += 1;
  }
  model.weights.set(saved);
  return { epochs: losses.length, bestEpoch, bestLoss: bestEpoch ? losses[bestEpoch - 1] : Infinity, losses };
}
