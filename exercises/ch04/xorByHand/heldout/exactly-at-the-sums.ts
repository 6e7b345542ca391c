// misconception: threshold-at-a-clean-sum
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const thresholds = [off + on, on + on];
  const [or, and] = thresholds.map((t) => unit([1, 1], -t, x));
  return unit([1, -1], -0.5, [or, and]);
}
