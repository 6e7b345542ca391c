/**
 * Every slope of unit j is written in W's column j, b[j] and v[j] and in things that all units share. So units that
 * agree in these have the same slopes and agree for ever, whatever the data: only different starts part them.
 */
export interface Net {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly v: readonly number[];
  readonly c: number;
}
type Rows = readonly (readonly number[])[];

export function trainStep({ W, b, v, c }: Net, X: Rows, y: readonly number[], lr: number): Net {
  const hidden = X.map((x) => b.map((bias, j) => Math.tanh(bias + sum(x.map((value, d) => value * W[d][j])))));
  const errors = hidden.map((h, n) => (2 * (c + sum(h.map((value, j) => value * v[j])) - y[n])) / X.length);
  const inside = hidden.map((h, n) => h.map((value, j) => errors[n] * v[j] * (1 - value * value))); // [N][H]
  return {
    W: W.map((row, d) => row.map((w, j) => w - lr * sum(inside.map((g, n) => g[j] * X[n][d])))),
    b: b.map((bias, j) => bias - lr * sum(inside.map((g) => g[j]))),
    v: v.map((w, j) => w - lr * sum(hidden.map((h, n) => h[j] * errors[n]))),
    c: c - lr * sum(errors),
  };
}

export function distinctUnits({ W, b, v }: Net): number {
  const units = v.map((out, j) => [...W.map((row) => row[j]), b[j], out]);
  return units.filter((unit, j) => !units.slice(0, j).some((earlier) => same(unit, earlier))).length;
}

export function unitsOverTime(
  net: Net,
  X: Rows,
  y: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[] {
  const counts = [distinctUnits(net)];
  let now = net;
  while (counts.length <= steps) {
    now = trainStep(now, X, y, lr);
    counts.push(distinctUnits(now));
  }
  return counts;
}

export function startingWeights(D: number, H: number, uniforms: readonly number[]): Net {
  const weights = (from: number, fanIn: number): number[] =>
    Array.from({ length: H }, (_, j) => (2 * uniforms[from + j] - 1) / Math.sqrt(fanIn));
  const zeros = new Array<number>(H).fill(0);
  return { W: Array.from({ length: D }, (_, d) => weights(d * H, D)), b: zeros, v: weights(D * H, H), c: 0 };
}

const sum = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0);
const same = (p: readonly number[], q: readonly number[]): boolean => p.every((w, i) => Math.abs(w - q[i]) <= 1e-9);
