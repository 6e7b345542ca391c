// misconception: none
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

/** Counts the silent pairs of all layers so far, not of this one. */
export function deadUnits(X: Tensor, layers: readonly Layer[], { slope = 0 }: { slope?: number } = {}): Census[] {
  const N = X.shape[0];
  if (N === 0) throw new Error("rows are missing");
  let h = X;
  let silent = 0;
  let pairs = 0;
  const out: Census[] = [];
  for (const { W, b } of layers) {
    const z = h.matmul(W).add(b);
    const units = b.size;
    const top = z.max(0).data();
    const dead: number[] = [];
    for (let j = 0; j < units; j++) if (slope === 0 && top[j] <= 0) dead.push(j);
    for (const v of z.data()) {
      pairs++;
      if (v <= 0) silent++;
    }
    out.push({ dead, share: dead.length / units, left: silent / pairs });
    h = z.maximum(0).add(z.minimum(0).mul(slope));
  }
  return out;
}
