// misconception: silent-on-some-row
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
  if (X.shape[0] === 0) throw new Error("X has no rows");
  let h = X;
  return layers.map(({ W, b }) => {
    const sums = h.matmul(W).add(b);
    const table = sums.toRows();
    const units = W.shape[1];
    const dead: number[] = [];
    for (let j = 0; j < units; j++) if (slope === 0 && table.some((row) => row[j] <= 0)) dead.push(j);
    const left = table.flat().filter((z) => z <= 0).length / (table.length * units);
    h = sums.maximum(0).add(sums.minimum(0).mul(slope));
    return { dead, share: dead.length / units, left };
  });
}
