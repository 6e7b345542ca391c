/**
 * Batches are slices of the order, so pixels and labels are fetched by the same row numbers. The error p − one-hot is
 * the whole gradient at the scores: the softmax's own slopes are in it already.
 */
type Rows = readonly (readonly number[])[];
export interface Model {
  readonly W: number[][];
  readonly b: number[];
}

export function prepare(pixels: Rows): number[][] {
  return pixels.map((row) => row.map((grey) => grey / 16));
}

export function lossAndGradient(
  { W, b }: Model,
  X: Rows,
  y: readonly number[],
): { loss: number; dW: number[][]; db: number[] } {
  const logP = X.map((x) => logSoftmax(scores({ W, b }, x)));
  const errors = logP.map((row, i) => row.map((l, k) => (Math.exp(l) - (k === y[i] ? 1 : 0)) / X.length));
  return {
    loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0) / X.length,
    dW: W.map((row, d) => row.map((_, k) => errors.reduce((sum, e, i) => sum + e[k] * X[i][d], 0))),
    db: b.map((_, k) => errors.reduce((sum, e) => sum + e[k], 0)),
  };
}

export function train(
  pixels: Rows,
  y: readonly number[],
  {
    classes,
    lr,
    batchSize,
    orders,
  }: { classes: number; lr: number; batchSize: number; orders: readonly (readonly number[])[] },
): Model {
  const X = prepare(pixels);
  let W = X[0].map(() => new Array<number>(classes).fill(0));
  let b = new Array<number>(classes).fill(0);
  for (const order of orders) {
    for (let at = 0; at < order.length; at += batchSize) {
      const rows = order.slice(at, at + batchSize);
      const xs = rows.map((row) => X[row]);
      const ys = rows.map((row) => y[row]);
      const { dW, db } = lossAndGradient({ W, b }, xs, ys);
      W = W.map((row, d) => row.map((w, k) => w - lr * dW[d][k]));
      b = b.map((w, k) => w - lr * db[k]);
    }
  }
  return { W, b };
}

export function predict(model: Model, pixels: Rows): number[] {
  return prepare(pixels).map((x) => {
    const s = scores(model, x);
    return s.indexOf(Math.max(...s));
  });
}

const scores = ({ W, b }: Model, x: readonly number[]): number[] =>
  b.map((bias, k) => x.reduce((sum, value, d) => sum + value * W[d][k], bias));

function logSoftmax(z: readonly number[]): number[] {
  const top = Math.max(...z);
  const logSum = top + Math.log(z.reduce((sum, score) => sum + Math.exp(score - top), 0));
  return z.map((score) => score - logSum);
}
