import type { Unit } from "../../exercises/ch04/xorByHand/stub.ts";

/**
 * Each hidden unit asks how large the sum of the inputs is, with its threshold half way between two clean sums: noise
 * moves a sum by at most two fifths of the distance between them, less than the half that is there. The output unit
 * sees exact zeros and ones: it wants the first and is held back by the second.
 */
export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  const atLeastOne = unit([1, 1], -(3 * off + on) / 2, x);
  const both = unit([1, 1], -(off + 3 * on) / 2, x);
  return unit([1, -1], -0.5, [atLeastOne, both]);
}
