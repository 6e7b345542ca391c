// misconception: activations-from-the-last
import { type Tensor, tensor } from "termwise";

export interface Layer {
  /** [nIn, nOut] */
  readonly W: Tensor;
  /** [nOut] */
  readonly b: Tensor;
}
export type Activation = "step" | "relu" | "identity";

const apply = (name: Activation, v: number): number => {
  if (name === "step") return v >= 0 ? 1 : 0;
  if (name === "relu") return v > 0 ? v : 0;
  return v;
};

function weightedSums(rows: number[][], { W, b }: Layer): number[][] {
  const w = W.toRows();
  const bias = [...b.data64()];
  return rows.map((row) => bias.map((bj, j) => row.reduce((sum, v, i) => sum + v * w[i][j], bj)));
}

/** The values of all layers: x [B, nIn], then each hidden layer after its activation, then the output. */
export function mlpForward(x: Tensor, layers: readonly Layer[], activations: readonly Activation[]): Tensor[] {
  if (activations.length + 1 !== layers.length)
    throw new Error(`activations are for hidden layers: ${layers.length - 1} wanted, ${activations.length} given`);
  const names = [...activations];
  const run = (rows: number[][], rest: readonly Layer[]): number[][][] => {
    if (rest.length === 0) return [];
    const sums = weightedSums(rows, rest[0]);
    const name = names.pop() ?? "identity";
    const values = sums.map((row) => row.map((v) => apply(name, v)));
    return [values, ...run(values, rest.slice(1))];
  };
  return [x, ...run(x.toRows(), layers).map((rows) => tensor(rows))];
}
