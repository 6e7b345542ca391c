// misconception: off-is-taken-for-0
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

export function xorByHand(x: readonly number[], { on }: { off: number; on: number }, unit: Unit): number {
  const h1 = unit([2, 2], -on, x);
  const h2 = unit([2, 2], -3 * on, x);
  return unit([2, -2], -1, [h1, h2]);
}
