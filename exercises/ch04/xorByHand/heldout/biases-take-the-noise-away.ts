// misconception: weights-made-from-the-input
/** A threshold unit: 1 if the weighted sum of the inputs plus the bias is at least 0, else 0. */
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

/** 1 if exactly one of two noisy inputs is on, computed by three threshold units with fixed weights. */
export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  // how far each input is from the clean value next to it
  const noise = x.map((v) => (Math.abs(v - off) < Math.abs(v - on) ? v - off : v - on));
  const error = noise[0] + noise[1];
  // the biases take the noise away again
  const either = unit([1, 1], -(1.5 * off + 0.5 * on) - error, x);
  const both = unit([1, 1], -(0.5 * off + 1.5 * on) - error, x);
  return unit([1, -1], -0.5, [either, both]);
}
