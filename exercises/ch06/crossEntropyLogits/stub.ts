import { NotImplemented } from "termwise";

/** B class numbers, or B rows of K weights that sum to 1. */
export type Targets = readonly number[] | readonly (readonly number[])[];

/** The mean over the rows of −Σ t ln softmax(z). logits: B rows of K scores. */
export function crossEntropyLogits(logits: readonly (readonly number[])[], targets: Targets): number {
  throw new NotImplemented("E06.2");
}

/** The gradient of crossEntropyLogits with respect to the logits: B rows of K. */
export function crossEntropyGradient(logits: readonly (readonly number[])[], targets: Targets): number[][] {
  throw new NotImplemented("E06.2");
}
