// misconception: exactly-equal-only
/** A set of written units. */
export interface Net {
  readonly W: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly v: readonly number[];
  readonly c: number;
}
type Rows = readonly (readonly number[])[];

export function trainStep(net: Net, X: Rows, y: readonly number[], lr: number): Net {
  const { W, b, v, c } = net;
  const dW = W.map((row) => row.map(() => 0));
  const db = b.map(() => 0);
  const dv = v.map(() => 0);
  let dc = 0;
  X.forEach((x, n) => {
    const h = b.map((bias, j) => Math.tanh(x.reduce((s, xd, d) => s + xd * W[d][j], bias)));
    const f = h.reduce((s, hj, j) => s + v[j] * hj, c);
    const e = (2 * (f - y[n])) / X.length;
    dc += e;
    h.forEach((hj, j) => {
      dv[j] += e * hj;
      const back = e * v[j] * (1 - hj * hj);
      db[j] += back;
      x.forEach((xd, d) => {
        dW[d][j] += back * xd;
      });
    });
  });
  return {
    W: W.map((row, d) => row.map((w, j) => w - lr * dW[d][j])),
    b: b.map((w, j) => w - lr * db[j]),
    v: v.map((w, j) => w - lr * dv[j]),
    c: c - lr * dc,
  };
}

/** All numbers that belong to unit j. */
const unit = ({ W, b, v }: Net, j: number): number[] => [...W.map((row) => row[j]), b[j], v[j]];

export function distinctUnits(net: Net): number {
  return new Set(net.b.map((_, j) => unit(net, j).join(" "))).size;
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
  let next = 0;
  const draw = (n: number): number => (2 * uniforms[next++] - 1) / Math.sqrt(n);
  const W = Array.from({ length: D }, () => Array.from({ length: H }, () => draw(D)));
  const v = Array.from({ length: H }, () => draw(H));
  return { W, b: new Array<number>(H).fill(0), v, c: 0 };
}
