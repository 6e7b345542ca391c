// misconception: every-layer-sees-X
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

function census(sums: number[][], slope: number): Census {
  const units = sums[0].length;
  const dead: number[] = [];
  let silent = 0;
  for (let j = 0; j < units; j++) {
    const here = sums.filter((row) => !(row[j] > 0)).length;
    silent += here;
    if (here === sums.length && slope === 0) dead.push(j);
  }
  return { dead, share: dead.length / units, left: silent / (units * sums.length) };
}

export function deadUnits(X: Tensor, layers: readonly Layer[], { slope = 0 }: { slope?: number } = {}): Census[] {
  if (X.shape[0] === 0) throw new Error("without rows nothing can be said");
  return layers.map(({ W, b }) => census(X.matmul(W).add(b).toRows(), slope));
}
