// misconception: distance-is-taken-for-1
/** A threshold unit: 1 if the weighted sum of the inputs plus the bias is at least 0, else 0. */
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

const HIDDEN = [1, 1];
const OUTPUT = [2, -2];

/** 1 if exactly one of two noisy inputs is on, computed by three threshold units with fixed weights. */
export function xorByHand(x: readonly number[], { off }: { off: number; on: number }, unit: Unit): number {
  // with nothing on the sum is 2·off; half a step above it lies the first threshold, one and a half the second
  const base = 2 * off;
  const hidden = [0.5, 1.5].map((above) => unit(HIDDEN, -(base + above), x));
  return unit(OUTPUT, -1, hidden);
}
