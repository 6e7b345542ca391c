import type { Output, Target } from "../../exercises/ch05/outputFor/stub.ts";

/** From the possible range alone: its ends, and whether the columns share one whole. */
export function outputFor({ columns, low, high, sumsToOne }: Target): Output {
  if (high === Infinity) return low === -Infinity ? "identity" : "exp";
  if (low === 0 && high === 1) return columns > 1 && sumsToOne ? "softmax" : "sigmoid";
  return low === -1 && high === 1 ? "tanh" : "scaled sigmoid";
}

const REACH = {
  identity: [-Infinity, Infinity],
  exp: [0, Infinity],
  relu: [0, Infinity],
  sigmoid: [0, 1],
  tanh: [-1, 1],
} as const;

/** The best output is the target, or the end of the reach nearest to it: what is left is the distance, squared. */
export function lowestMse(output: keyof typeof REACH, targets: readonly number[]): number {
  const [low, high] = REACH[output];
  const missed = targets.map((t) => t - Math.min(high, Math.max(low, t)));
  return missed.reduce((sum, d) => sum + d * d, 0) / targets.length;
}
