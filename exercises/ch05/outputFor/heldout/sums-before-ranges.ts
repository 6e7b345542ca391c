// misconception: softmax-for-every-sum
export interface Target {
  readonly name: string;
  /** Numbers of each example. */
  readonly columns: number;
  /** The values that are possible. */
  readonly low: number;
  readonly high: number;
  /** Whether the columns of an example always sum to 1. */
  readonly sumsToOne: boolean;
  /** Smallest and largest value in the training rows. */
  readonly seen: readonly [number, number];
}
export type Output = "identity" | "exp" | "sigmoid" | "softmax" | "tanh" | "scaled sigmoid";

/** The output function for a kind of target. */
export function outputFor({ columns, low, high, sumsToOne }: Target): Output {
  if (columns > 1 && sumsToOne) return "softmax";
  const isRange = (a: number, b: number) => low === a && high === b;
  if (isRange(-Infinity, Infinity)) return "identity";
  if (low >= 0 && high === Infinity) return "exp";
  if (isRange(0, 1)) return "sigmoid";
  if (isRange(-1, 1)) return "tanh";
  return "scaled sigmoid";
}

/** How far t is outside of [from, to]. */
function outside(t: number, from: number, to: number): number {
  return Math.max(0, from - t) + Math.max(0, t - to);
}

/** The smallest mean squared error that outputs of this function can reach. */
export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  if (targets.length === 0) return Number.NaN;
  if (output === "identity") return 0;
  const from = output === "tanh" ? -1 : 0;
  const to = output === "sigmoid" || output === "tanh" ? 1 : Infinity;
  let sum = 0;
  for (let i = 0; i < targets.length; i++) {
    const d = outside(targets[i], from, to);
    sum += d * d;
  }
  return sum / targets.length;
}
