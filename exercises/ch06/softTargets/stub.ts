import { NotImplemented } from "termwise";

/** What a row of K targets says: one class for certain, a distribution with doubt, or a set of labels. */
export function kindOfTarget(row: readonly number[]): "hard" | "soft" | "multi-label" {
  throw new NotImplemented("E06.6");
}

/** For each class number a row of K that leaves the share `by` of doubt. */
export function smoothed(labels: readonly number[], K: number, by: number): number[][] {
  throw new NotImplemented("E06.6");
}

/** How far the label's logit lies above the others where the softmax equals the smoothed target. */
export function smoothedGap(K: number, by: number): number {
  throw new NotImplemented("E06.6");
}

/** The mean over all entries of the loss of K yes-or-no questions a row. posWeight: one weight a column, for yes. */
export function multiLabelLoss(
  logits: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  posWeight: readonly number[],
): number {
  throw new NotImplemented("E06.6");
}
