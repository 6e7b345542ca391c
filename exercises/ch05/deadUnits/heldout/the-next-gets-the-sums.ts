// misconception: sums-passed-on
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Census {
  readonly dead: number[];
  readonly share: number;
  readonly left: number;
}

export function deadUnits(X: Tensor, layers: readonly Layer[], { slope = 0 }: { slope?: number } = {}): Census[] {
  const rows = X.shape[0];
  if (rows === 0) throw new Error(`number of rows: ${rows}`);
  let values = X;
  const census: Census[] = [];
  layers.forEach(({ W, b }) => {
    values = values.matmul(W).add(b);
    const columns = values.transpose().toRows();
    const silent = columns.map((c) => c.filter((v) => v <= 0).length);
    const dead = slope > 0 ? [] : [...columns.keys()].filter((j) => silent[j] === rows);
    const left = silent.reduce((s, n) => s + n, 0) / (rows * columns.length);
    census.push({ dead, share: dead.length / columns.length, left });
  });
  return census;
}
