// misconception: rows-instead-of-units
import { type Tensor, tensor } from "termwise";

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
  if (X.shape[0] === 0) throw new Error("no rows");
  const result: Census[] = [];
  let h = X;
  for (const layer of layers) {
    const table = h.matmul(layer.W).add(layer.b).toRows();
    const dead: number[] = [];
    table.forEach((row, i) => {
      if (slope === 0 && row.every((v) => v <= 0)) dead.push(i);
    });
    const flat = table.flat();
    result.push({
      dead,
      share: dead.length / layer.W.shape[1],
      left: flat.filter((v) => v <= 0).length / flat.length,
    });
    h = tensor(table.map((row) => row.map((v) => Math.max(v, 0) + slope * Math.min(v, 0))));
  }
  return result;
}
