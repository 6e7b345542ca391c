// misconception: patience-late
/** Waits until the bad epochs are more than `patience`. */

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
  let keep = Array.from(model.weights);
  let best = { epoch: 0, loss: Infinity };
  let bad = 0;
  while (losses.length < maxEpochs && bad <= patience) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    const loss = model.validationLoss();
    losses.push(loss);
    if (loss < best.loss) {
      best = { epoch: losses.length, loss };
      keep = Array.from(model.weights);
      bad = 0;
    } else bad += 1;
  }
  model.weights.set(keep);
  return { epochs: losses.length, bestEpoch: best.epoch, bestLoss: best.loss, losses };
}
