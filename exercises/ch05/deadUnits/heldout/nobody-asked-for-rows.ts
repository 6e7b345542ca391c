// misconception: judges-without-rows
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
  const act = (v: number): number => (v > 0 ? v : slope * v);
  let h = X.shape[0] === 0 ? [] : X.toRows();
  const out: Census[] = [];
  for (const { W, b } of layers) {
    const weights = W.toRows();
    const bias = [...b.data()];
    const z = h.map((row) => bias.map((c, j) => row.reduce((s, v, i) => s + v * weights[i][j], c)));
    const dead = bias.map((_, j) => j).filter((j) => slope === 0 && z.every((row) => row[j] <= 0));
    const pairs = z.length * bias.length;
    const left = pairs === 0 ? 0 : z.flat().filter((v) => v <= 0).length / pairs;
    out.push({ dead, share: dead.length / bias.length, left });
    h = z.map((row) => row.map(act));
  }
  return out;
}
