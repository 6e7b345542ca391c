// misconception: softmax-of-one
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
  switch (`${low},${high}`) {
    case "-Infinity,Infinity":
      return "identity";
    case "0,Infinity":
      return "exp";
    case "0,1":
      return sumsToOne || columns === 1 ? "softmax" : "sigmoid";
    case "-1,1":
      return "tanh";
    default:
      return "scaled sigmoid";
  }
}

export function lowestMse(
  output: "identity" | "exp" | "relu" | "sigmoid" | "tanh",
  targets: readonly number[],
): number {
  const nearest = (t: number): number => {
    if (output === "identity") return t;
    if (output === "tanh") return Math.max(-1, Math.min(1, t));
    if (output === "sigmoid") return Math.max(0, Math.min(1, t));
    return Math.max(0, t);
  };
  return targets.reduce((s, t) => s + (t - nearest(t)) ** 2, 0) / targets.length;
}
