// misconception: last-of-equals
/** Of equal scores the last one wins. */
type Rows = readonly (readonly number[])[];
export interface Model {
  readonly W: number[][];
  readonly b: number[];
}
interface Options {
  classes: number;
  lr: number;
  batchSize: number;
  orders: Rows;
}

export function prepare(pixels: Rows): number[][] {
  const out: number[][] = [];
  for (const row of pixels) out.push(Array.from(row, (grey) => grey / 16));
  return out;
}

function scoresOf(model: Model, x: readonly number[]): number[] {
  const z = [...model.b];
  for (let d = 0; d < x.length; d++) for (let k = 0; k < z.length; k++) z[k] += x[d] * model.W[d][k];
  return z;
}

function softly(z: number[]): number[] {
  const top = z.reduce((a, b) => Math.max(a, b));
  const e = z.map((v) => Math.exp(v - top));
  let sum = 0;
  for (const v of e) sum += v;
  return e.map((v) => v / sum);
}

export function lossAndGradient(
  model: Model,
  X: Rows,
  y: readonly number[],
): { loss: number; dW: number[][]; db: number[] } {
  const n = X.length;
  const K = model.b.length;
  const dW = model.W.map(() => new Array<number>(K).fill(0));
  const db = new Array<number>(K).fill(0);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const z = scoresOf(model, X[i]);
    const top = Math.max(...z);
    loss += top - z[y[i]] + Math.log(z.map((v) => Math.exp(v - top)).reduce((a, b) => a + b));
    const error = softly(z);
    error[y[i]] -= 1;
    for (let k = 0; k < K; k++) {
      db[k] += error[k] / n;
      for (let d = 0; d < X[i].length; d++) dW[d][k] += (X[i][d] * error[k]) / n;
    }
  }
  return { loss: loss / n, dW, db };
}

/** Moves the model in place. */
function walk(model: Model, g: { dW: number[][]; db: number[] }, lr: number): void {
  g.dW.forEach((row, d) => {
    row.forEach((v, k) => {
      model.W[d][k] -= lr * v;
    });
  });
  g.db.forEach((v, k) => {
    model.b[k] -= lr * v;
  });
}

export function train(pixels: Rows, y: readonly number[], { classes, lr, batchSize, orders }: Options): Model {
  const X = prepare(pixels);
  const model: Model = {
    W: X[0].map(() => Array.from({ length: classes }, () => 0)),
    b: Array.from({ length: classes }, () => 0),
  };
  for (const order of orders) {
    for (let at = 0; at < order.length; at += batchSize) {
      const rows: number[][] = [];
      const labels: number[] = [];
      for (const i of order.slice(at, at + batchSize)) {
        rows.push(X[i]);
        labels.push(y[i]);
      }
      walk(model, lossAndGradient(model, rows, labels), lr);
    }
  }
  return model;
}

export function predict(model: Model, pixels: Rows): number[] {
  const classes: number[] = [];
  for (const x of prepare(pixels)) {
    const z = scoresOf(model, x);
    let best = 0;
    for (let k = 1; k < z.length; k++) if (z[k] >= z[best]) best = k;
    classes.push(best);
  }
  return classes;
}
