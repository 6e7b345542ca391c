// misconception: zero-is-on-the-right
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
  const [N] = X.shape;
  if (N < 1) throw new Error("there are no rows");
  const out: Census[] = [];
  let h = X;
  for (const { W, b } of layers) {
    const z = h.matmul(W).add(b).toRows();
    const units = b.size;
    const active = new Array<number>(units).fill(0);
    for (const row of z)
      row.forEach((v, j) => {
        if (v >= 0) active[j]++;
      });
    const dead = slope === 0 ? active.flatMap((a, j) => (a === 0 ? [j] : [])) : [];
    const on = active.reduce((p, q) => p + q, 0);
    out.push({ dead, share: dead.length / units, left: 1 - on / (N * units) });
    h = tensor(z.map((row) => row.map((v) => (v > 0 ? v : slope * v))));
  }
  return out;
}
