// misconception: sigmoid-for-minus-one-to-one
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
  if (low === -Infinity) return "identity";
  if (high === Infinity) return "exp";
  if (columns > 1 && sumsToOne && low === 0 && high === 1) return "softmax";
  if (high === 1 && (low === 0 || low === -1)) return "sigmoid";
  return "scaled sigmoid";
}

export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  const best: Record<typeof output, (t: number) => number> = {
    identity: (t) => t,
    exp: (t) => (t > 0 ? t : 0),
    relu: (t) => (t > 0 ? t : 0),
    sigmoid: (t) => Math.min(Math.max(t, 0), 1),
    tanh: (t) => Math.min(Math.max(t, -1), 1),
  };
  const squares = targets.map((t) => (t - best[output](t)) ** 2);
  return squares.reduce((a, b) => a + b, 0) / squares.length;
}
