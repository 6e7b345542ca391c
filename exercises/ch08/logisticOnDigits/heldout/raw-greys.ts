// misconception: unscaled-pixels
/** Trains and predicts on the grey values as they are. */
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
  return pixels.map((row) => row.map((v) => v / 16));
}

const scores = ({ W, b }: Model, x: readonly number[]): number[] =>
  b.map((bk, k) => x.reduce((s, v, d) => s + v * W[d][k], bk));

export function lossAndGradient(
  { W, b }: Model,
  X: Rows,
  y: readonly number[],
): { loss: number; dW: number[][]; db: number[] } {
  const dW = W.map((row) => row.map(() => 0));
  const db = b.map(() => 0);
  let loss = 0;
  X.forEach((x, i) => {
    const z = scores({ W, b }, x);
    const top = Math.max(...z);
    const log = top + Math.log(z.reduce((s, v) => s + Math.exp(v - top), 0));
    loss += (log - z[y[i]]) / X.length;
    z.forEach((v, k) => {
      const g = (Math.exp(v - log) - (k === y[i] ? 1 : 0)) / X.length;
      db[k] += g;
      x.forEach((xd, d) => {
        dW[d][k] += xd * g;
      });
    });
  });
  return { loss, dW, db };
}

export function train(pixels: Rows, y: readonly number[], { classes, lr, batchSize, orders }: Options): Model {
  const X = pixels;
  let W = X[0].map(() => new Array<number>(classes).fill(0));
  let b = new Array<number>(classes).fill(0);
  for (const order of orders) {
    for (let from = 0; from < order.length; from += batchSize) {
      const batch = order.slice(from, from + batchSize);
      const g = lossAndGradient(
        { W, b },
        batch.map((i) => X[i]),
        batch.map((i) => y[i]),
      );
      W = W.map((row, d) => row.map((v, k) => v - lr * g.dW[d][k]));
      b = b.map((v, k) => v - lr * g.db[k]);
    }
  }
  return { W, b };
}

export function predict(model: Model, pixels: Rows): number[] {
  return pixels.map((x) => {
    const z = scores(model, x);
    return z.indexOf(Math.max(...z));
  });
}
