// misconception: none
// The inputs are rescaled to 0 and 1 first, so the hidden units do not look at x as it arrived.
/** A threshold unit: 1 if the weighted sum of the inputs plus the bias is at least 0, else 0. */
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

/** 1 if exactly one of two noisy inputs is on, computed by three threshold units with fixed weights. */
export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const scaled = x.map((v) => (v - off) / (on - off));
  const or = unit([1, 1], -0.5, scaled);
  const nand = unit([-1, -1], 1.5, scaled);
  return unit([1, 1], -1.5, [or, nand]);
}
