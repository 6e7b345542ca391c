// misconception: output-looks-at-the-inputs
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const d = on - off;
  const both = unit([1, 1], -(2 * off + 1.5 * d), x);
  return unit([1, 1, -2 * d], -(2 * off + 0.5 * d), [x[0], x[1], both]);
}
