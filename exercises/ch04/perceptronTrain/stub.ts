import { NotImplemented } from "termwise";

/** The threshold unit: 1 if w·x + b is at least 0, else 0. */
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  throw new NotImplemented("E04.3");
}

/** Rosenblatt's rule, epoch by epoch until one has no mistake. Throws an Error on a label that is not 0 or 1. */
export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  throw new NotImplemented("E04.3");
}
