// misconception: too-many-units
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const low = 1.5 * off + 0.5 * on;
  const high = 0.5 * off + 1.5 * on;
  const or = unit([1, 1], -low, x);
  const and = unit([1, 1], -high, x);
  const nand = unit([-1], 0.5, [and]);
  return unit([1, 1], -1.5, [or, nand]);
}
