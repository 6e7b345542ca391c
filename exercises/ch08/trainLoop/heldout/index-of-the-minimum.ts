// misconception: zero-based
/** The best epoch is the index of the smallest loss. */

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
  const start = model.weights.slice();
  const history: Float64Array[] = [];
  let index = -1;
  while (losses.length < maxEpochs && losses.length - 1 - index < patience) {
    model.setMode("train");
    model.trainEpoch();
    model.setMode("evaluate");
    losses.push(model.validationLoss());
    history.push(model.weights.slice());
    const last = losses.length - 1;
    if (losses[last] < (index < 0 ? Infinity : losses[index])) index = last;
  }
  model.weights.set(index < 0 ? start : history[index]);
  return {
    epochs: losses.length,
    bestEpoch: Math.max(index, 0),
    bestLoss: index < 0 ? Infinity : losses[index],
    losses,
  };
}
