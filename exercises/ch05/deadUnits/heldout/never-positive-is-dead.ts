// misconception: slope-does-not-save
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
  if (X.shape[0] === 0) throw new Error("needs rows");
  const walk = (h: Tensor, k: number): Census[] => {
    if (k === layers.length) return [];
    const z = h.matmul(layers[k].W).add(layers[k].b);
    const units = z.shape[1];
    const top = [...z.max(0).data()];
    const dead = top.map((v, j) => (v <= 0 ? j : -1)).filter((j) => j >= 0);
    const left = 1 - z.greater(0).sum().item() / z.size;
    const next = z
      .greater(0)
      .mul(1 - slope)
      .add(slope)
      .mul(z);
    return [{ dead, share: dead.length / units, left }, ...walk(next, k + 1)];
  };
  return walk(X, 0);
}
