// misconception: nan-improves
/** "Not worse" is taken for better, which NaN also is. */

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
  let best = [...model.weights];
  let bestEpoch = 0;
  let bestLoss = Infinity;
  let since = 0;
  do {
    if (losses.length === maxEpochs) break;
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    const loss = model.validationLoss();
    losses.push(loss);
    if (!(loss >= bestLoss)) {
      [bestLoss, bestEpoch, since] = [loss, losses.length, 0];
      best = [...model.weights];
    } else since++;
  } while (since < patience);
  model.weights.set(best);
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
