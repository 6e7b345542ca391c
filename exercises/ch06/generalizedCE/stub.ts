import { NotImplemented } from "termwise";

export interface Options {
  /** From 0, cross-entropy, to 1, one minus the probability. */
  readonly q: number;
  /** Where the label's probability is at most this, the loss is constant. */
  readonly least: number;
}

/** The mean over the rows of (1 − p^q) / q, with p the probability of the label. logits: B rows of K. */
export function generalizedCE(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { q, least }: Options,
): number {
  throw new NotImplemented("E06.4");
}

/** The gradient of generalizedCE with respect to the logits: B rows of K. */
export function generalizedCEGradient(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { q, least }: Options,
): number[][] {
  throw new NotImplemented("E06.4");
}
