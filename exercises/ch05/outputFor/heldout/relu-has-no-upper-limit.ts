// misconception: relu-loses-nothing
export interface Target {
  readonly name: string;
  readonly columns: number;
  readonly low: number;
  readonly high: number;
  readonly sumsToOne: boolean;
  readonly seen: readonly [number, number];
}
export type Output = "identity" | "exp" | "sigmoid" | "softmax" | "tanh" | "scaled sigmoid";

export function outputFor(target: Target): Output {
  const { low, high } = target;
  const finite = Number.isFinite(low) && Number.isFinite(high);
  if (!finite) return low === 0 ? "exp" : "identity";
  if (low === 0 && high === 1) return target.columns > 1 && target.sumsToOne ? "softmax" : "sigmoid";
  if (low === -1 && high === 1) return "tanh";
  return "scaled sigmoid";
}

export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  if (targets.length === 0) return Number.NaN;
  if (output === "identity" || output === "relu") return 0;
  const low = output === "tanh" ? -1 : 0;
  const high = output === "exp" ? Infinity : 1;
  return (
    targets.map((t) => (t < low ? (low - t) ** 2 : t > high ? (t - high) ** 2 : 0)).reduce((a, b) => a + b) /
    targets.length
  );
}
