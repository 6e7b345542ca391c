import { NotImplemented } from "termwise";

export interface Model {
  /** Changed in place by training; write into it to restore. */
  readonly weights: Float64Array;
  trainEpoch(): void;
  validationLoss(): number;
  setMode(mode: "train" | "evaluate"): void;
}

/** Train until `patience` epochs in a row bring no lower validation loss; leave the best weights in the model. */
export function trainLoop(
  model: Model,
  { maxEpochs, patience }: { maxEpochs: number; patience: number },
): { epochs: number; bestEpoch: number; bestLoss: number; losses: number[] } {
  throw new NotImplemented("E08.3");
}
