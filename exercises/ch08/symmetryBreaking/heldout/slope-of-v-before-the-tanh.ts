// misconception: none
/** The slope of an outgoing weight is taken from the sum before the tanh. */
export interface Net {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly v: readonly number[];
  readonly c: number;
}
type Rows = readonly (readonly number[])[];

/** Outputs of the hidden units for one row. */
function hidden({ W, b }: Net, x: readonly number[]): number[] {
  const h: number[] = [];
  for (let j = 0; j < b.length; j++) {
    let z = b[j];
    for (let d = 0; d < x.length; d++) z += x[d] * W[d][j];
    h.push(Math.tanh(z));
  }
  return h;
}

export function trainStep(net: Net, X: Rows, y: readonly number[], lr: number): Net {
  const out = { W: net.W.map((row) => [...row]), b: [...net.b], v: [...net.v], c: net.c };
  const rate = (2 * lr) / X.length;
  for (let n = 0; n < X.length; n++) {
    const h = hidden(net, X[n]);
    let error = net.c - y[n];
    for (let j = 0; j < h.length; j++) error += net.v[j] * h[j];
    out.c -= rate * error;
    for (let j = 0; j < h.length; j++) {
      out.v[j] -= rate * error * Math.atanh(h[j]);
      const delta = error * net.v[j] * (1 - h[j] ** 2);
      out.b[j] -= rate * delta;
      for (let d = 0; d < X[n].length; d++) out.W[d][j] -= rate * delta * X[n][d];
    }
  }
  return out;
}

function same(net: Net, i: number, j: number): boolean {
  const close = (p: number, q: number): boolean => Math.abs(p - q) <= 1e-9;
  return close(net.b[i], net.b[j]) && close(net.v[i], net.v[j]) && net.W.every((row) => close(row[i], row[j]));
}

export function distinctUnits(net: Net): number {
  const firsts: number[] = [];
  for (let j = 0; j < net.v.length; j++) {
    let twin = false;
    for (let i = 0; i < j; i++) twin ||= same(net, i, j);
    if (!twin) firsts.push(j);
  }
  return firsts.length;
}

export function unitsOverTime(
  net: Net,
  X: Rows,
  y: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[] {
  const counts = [distinctUnits(net)];
  let now = net;
  for (let k = 0; k < steps; k++) {
    now = trainStep(now, X, y, lr);
    counts.push(distinctUnits(now));
  }
  return counts;
}

export function startingWeights(D: number, H: number, uniforms: readonly number[]): Net {
  const W: number[][] = [];
  for (let d = 0; d < D; d++) {
    const row = uniforms.slice(d * H, (d + 1) * H);
    W.push(row.map((u) => (2 * u - 1) / Math.sqrt(D)));
  }
  const v = uniforms.slice(D * H, D * H + H).map((u) => (2 * u - 1) / Math.sqrt(H));
  return { W, b: v.map(() => 0), v, c: 0 };
}
