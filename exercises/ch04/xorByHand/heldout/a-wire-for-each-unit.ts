// misconception: one-input-each
/** A threshold unit: 1 if the weighted sum of the inputs plus the bias is at least 0, else 0. */
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

/** 1 if exactly one of two noisy inputs is on, computed by three threshold units with fixed weights. */
export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const middle = (off + on) / 2;
  const firstOn = unit([1, 0], -middle, x);
  const secondOn = unit([0, 1], -middle, x);
  // fires for (1, 0) only
  return unit([1, -1], -0.5, [firstOn, secondOn]);
}
