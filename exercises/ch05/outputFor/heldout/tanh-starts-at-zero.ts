// misconception: none
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
  const kinds: [boolean, Output][] = [
    [low === -Infinity && high === Infinity, "identity"],
    [high === Infinity, "exp"],
    [sumsToOne && columns > 1, "softmax"],
    [low === 0 && high === 1, "sigmoid"],
    [low === -1 && high === 1, "tanh"],
  ];
  return kinds.find(([fits]) => fits)?.[1] ?? "scaled sigmoid";
}

/** Takes it that tanh, like the sigmoid, reaches from 0 to 1. */
export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  const low = output === "identity" ? -Infinity : 0;
  const high = ["sigmoid", "tanh"].includes(output) ? 1 : Infinity;
  return targets.reduce((s, t) => s + Math.max(low - t, 0, t - high) ** 2, 0) / targets.length;
}
