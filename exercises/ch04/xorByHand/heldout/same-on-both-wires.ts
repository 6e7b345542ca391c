// misconception: equal-instead-of-different
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const d = on - off;
  const none = unit([-1, -1], 2 * off + 0.5 * d, x);
  const all = unit([1, 1], -(2 * on - 0.5 * d), x);
  return unit([1, 1], -0.5, [none, all]);
}
