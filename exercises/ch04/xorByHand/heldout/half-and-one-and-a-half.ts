// misconception: right-for-0-and-1-only
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

export function xorByHand(x: readonly number[], _range: { off: number; on: number }, unit: Unit): number {
  const hidden = [unit([1, 1], -0.5, x), unit([-1, -1], 1.5, x)];
  return unit([1, 1], -1.5, hidden);
}
