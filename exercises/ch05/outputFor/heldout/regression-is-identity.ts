// misconception: identity-for-counts and softmax-for-every-sum
export interface Target {
  readonly name: string;
  readonly columns: number;
  readonly low: number;
  readonly high: number;
  readonly sumsToOne: boolean;
  readonly seen: readonly [number, number];
}
export type Output = "identity" | "exp" | "sigmoid" | "softmax" | "tanh" | "scaled sigmoid";

export function outputFor({ columns, low, high, sumsToOne }: Target): Output {
  if (!Number.isFinite(high)) return "identity";
  if (sumsToOne && columns > 1) return "softmax";
  if (low === 0 && high === 1) return "sigmoid";
  if (low === -1 && high === 1) return "tanh";
  return "scaled sigmoid";
}

function gap(output: string, t: number): number {
  const low = output === "identity" ? -Infinity : output === "tanh" ? -1 : 0;
  const high = output === "sigmoid" || output === "tanh" ? 1 : Infinity;
  return Math.max(low - t, t - high, 0);
}

export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  let total = 0;
  targets.forEach((t) => {
    total += gap(output, t) ** 2;
  });
  return total / targets.length;
}
