// misconception: none
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

/** "Only the first is on" and "only the second is on", but the output takes the second away. */
export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const half = (on - off) / 2;
  const first = unit([1, -1], -half, x);
  const second = unit([-1, 1], -half, x);
  return unit([1, -1], -0.5, [first, second]);
}
