// misconception: measures-in-training-mode
/** Sets the mode once, before the loop. */

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
  model.setMode("train");
  const losses: number[] = [];
  let best = model.weights.slice();
  let bestLoss = Infinity;
  let bestEpoch = 0;
  for (let left = patience; left > 0 && losses.length < maxEpochs; ) {
    model.trainEpoch();
    const now = model.validationLoss();
    losses.push(now);
    left--;
    if (now < bestLoss) [bestLoss, bestEpoch, best, left] = [now, losses.length, model.weights.slice(), patience];
  }
  model.weights.set(best);
  return { epochs: losses.length, bestEpoch, bestLoss, losses };
}
