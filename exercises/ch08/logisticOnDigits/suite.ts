import { type Draw, differences, suite } from "@termwise/check";

type Rows = number[][];
interface Model {
  W: Rows;
  b: number[];
}
interface Data {
  pixels: Rows;
  y: number[];
}

/** By the definitions: scores, loss, and a step, without matrices. */
function logP({ W, b }: Model, x: readonly number[]): number[] {
  const z = b.map((bias, k) => bias + x.reduce((s, v, d) => s + v * W[d][k], 0));
  const top = Math.max(...z);
  const sum = Math.log(z.reduce((s, v) => s + Math.exp(v - top), 0));
  return z.map((v) => v - top - sum);
}
const loss = (model: Model, X: Rows, y: readonly number[]): number =>
  X.reduce((s, x, i) => s - logP(model, x)[y[i]], 0) / X.length;
const flat = ({ W, b }: Model): number[] => [...W.flat(), ...b];
const shaped = (list: ArrayLike<number>, D: number, K: number): Model => ({
  W: Array.from({ length: D }, (_, d) => Array.from({ length: K }, (_, k) => list[d * K + k])),
  b: Array.from({ length: K }, (_, k) => list[D * K + k]),
});
/** The way of training by the definition, row after row. */
function trained({ pixels, y }: Data, K: number, lr: number, size: number, orders: readonly number[][]): Model {
  const D = pixels[0].length;
  const [W, b] = [Array.from({ length: D }, () => new Array<number>(K).fill(0)), new Array<number>(K).fill(0)];
  for (const order of orders) {
    for (let at = 0; at < order.length; at += size) {
      const rows = order.slice(at, at + size);
      const errors = rows.map((r) =>
        logP(
          { W, b },
          pixels[r].map((v) => v / 16),
        ).map((l, k) => Math.exp(l) - (k === y[r] ? 1 : 0)),
      );
      for (let k = 0; k < K; k++) {
        for (let d = 0; d < D; d++)
          W[d][k] -= (lr / rows.length) * errors.reduce((s, e, i) => s + (e[k] * pixels[rows[i]][d]) / 16, 0);
        b[k] -= (lr / rows.length) * errors.reduce((s, e) => s + e[k], 0);
      }
    }
  }
  return { W, b };
}
function shuffled(draw: Draw, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draw.int(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
function model(draw: Draw, D: number, K: number): Model {
  return shaped(
    draw.list(D * K + K, () => draw.normal()),
    D,
    K,
  );
}

/** Digits of seven lines with five dots each, a line a number in base 32. */
const DOTS = [
  [14, 17, 17, 17, 17, 17, 14],
  [4, 12, 20, 4, 4, 4, 31],
  [14, 17, 1, 6, 8, 16, 31],
  [30, 1, 1, 14, 1, 1, 30],
  [2, 6, 10, 18, 31, 2, 2],
  [31, 16, 30, 1, 1, 17, 14],
  [6, 8, 16, 30, 17, 17, 14],
  [31, 1, 2, 4, 8, 8, 8],
  [14, 17, 17, 14, 17, 17, 14],
  [14, 17, 17, 15, 1, 2, 12],
];
/** A picture of a digit: drawn with a pen that skips and spills. */
function picture(draw: Draw, digit: number): number[] {
  return draw.list(64, (k) => {
    const [line, dot] = [Math.floor(k / 8), (k % 8) - 1];
    const ink = line >= 0 && line < 7 && dot >= 0 && dot < 5 && ((DOTS[digit][line] >> (4 - dot)) & 1) === 1;
    return ink === draw.chance(0.97) ? draw.int(9, 16) : draw.int(0, 4);
  });
}
function digits(draw: Draw, n: number): Data {
  const y = draw.list(n, () => draw.int(0, 9));
  return { pixels: y.map((digit) => picture(draw, digit)), y };
}

export default suite<typeof import("./stub.ts")>("E08.7", ({ example, fact, property }) => {
  example("one pixel, two rows, one step", async ({ call }) => {
    const options = { classes: 2, lr: 2, batchSize: 2, orders: [[0, 1]] };
    const after = { W: [[-0.5, 0.5]], b: [0, 0] };
    await call("train", [[0], [16]], [0, 1], options).gives(after);
    await call("predict", after, [[4], [0]]).gives([1, 0]);
    const p = 1 / (1 + Math.E);
    await call("lossAndGradient", after, [[1]], [1]).gives({ loss: -Math.log(1 - p), dW: [[p, -p]], db: [p, -p] });
  });

  fact("grey values become values from 0 to 1, whatever the picture", async ({ call }) => {
    await call("prepare", [
      [0, 8, 16],
      [4, 4, 4],
    ]).gives([
      [0, 0.5, 1],
      [0.25, 0.25, 0.25],
    ]);
    await call("prepare", [[0, 0]]).gives([[0, 0]]);
    await call("prepare", []).gives([]);
  });

  fact("scores of ±1000 give a finite loss and gradient", async ({ call }) => {
    const sure = { W: [[1000, -1000]], b: [0, 0] };
    await call("lossAndGradient", sure, [[1]], [1]).gives({ loss: 2000, dW: [[1, -1]], db: [1, -1] });
    await call("lossAndGradient", sure, [[1], [0]], [0, 0]).gives({
      loss: Math.LN2 / 2,
      dW: [[0, 0]],
      db: [-0.25, 0.25],
    });
  });

  fact("the highest score wins, the first of equal ones", async ({ call }) => {
    const W = [
      [1, -1, 2],
      [0, 3, -2],
    ];
    await call("predict", { W, b: [0, 0, 0] }, [
      [16, 0],
      [0, 16],
      [16, 16],
      [0, 0],
    ]).gives([2, 1, 1, 0]);
    await call("predict", { W, b: [0, 1, 2] }, [
      [0, 0],
      [0, 8],
      [2, 0],
    ]).gives([2, 1, 2]);
    await call("predict", { W, b: [-1, 1, 1] }, [[0, 0]]).gives([1]);
    await call("predict", { W: [[1, -3]], b: [0, 1] }, [[8], [2]]).gives([0, 1]);
  });

  fact("no epoch, no step; every epoch goes on from the last, in its own order", async ({ call }) => {
    const data = { pixels: [[16], [8], [0]], y: [0, 1, 1] };
    const options = { classes: 2, lr: 0.5, batchSize: 1 };
    await call("train", data.pixels, data.y, { ...options, orders: [] }).gives({ W: [[0, 0]], b: [0, 0] });
    const orders = [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ];
    await call("train", data.pixels, data.y, { ...options, orders }).gives(trained(data, 2, 0.5, 1, orders));
  });

  fact("a smaller last batch is averaged over its own rows", async ({ call }) => {
    const data = {
      pixels: [
        [16, 4],
        [8, 0],
        [0, 12],
      ],
      y: [0, 2, 1],
    };
    const orders = [[2, 0, 1]];
    const options = { classes: 3, lr: 1, batchSize: 2, orders };
    await call("train", data.pixels, data.y, options).gives(trained(data, 3, 1, 2, orders));
    await call("train", data.pixels, data.y, { ...options, batchSize: 9 }).gives(trained(data, 3, 1, 9, orders));
  });

  property("loss and gradient are those of the definition", { points: 3, runs: 20 }, async ({ call, draw }) => {
    const [D, K, n] = [draw.int(1, 3), draw.int(2, 4), draw.int(1, 4)];
    const where = model(draw, D, K);
    const X = draw.list(n, () => draw.list(D, () => draw.int(0, 16) / 16));
    const y = draw.list(n, () => draw.int(0, K - 1));
    const now = Float64Array.from(flat(where));
    const slope = differences((v) => loss(shaped(v.data, D, K), X, y), { shape: [now.length], data: now });
    const { W, b } = shaped(slope.data, D, K);
    await call("lossAndGradient", where, X, y).gives({ loss: loss(where, X, y), dW: W, db: b });
  });

  property("training takes every step as it is defined", { points: 3, runs: 20 }, async ({ call, draw }) => {
    const [D, K, n] = [draw.int(1, 3), draw.int(2, 4), draw.int(1, 7)];
    const pixels = draw.list(n, () => draw.list(D, () => draw.int(0, 16)));
    const y = draw.list(n, () => draw.int(0, K - 1));
    const [lr, batchSize] = [draw.pick([0.1, 0.5, 1]), draw.int(1, 4)];
    const orders = draw.list(draw.int(1, 3), () => shuffled(draw, n));
    const want = trained({ pixels, y }, K, lr, batchSize, orders);
    await call("train", pixels, y, { classes: K, lr, batchSize, orders }).gives(want);
  });

  property(
    "100 steps are enough for nine digits in ten that were never seen",
    { points: 4, runs: 1 },
    async ({ call, draw, holds }) => {
      const [known, unseen] = [digits(draw, 160), digits(draw, 100)];
      const orders = draw.list(10, () => shuffled(draw, 160));
      const options = { classes: 10, lr: 0.5, batchSize: 16, orders };
      const model: Model = await call("train", known.pixels, known.y, options);
      const said = await call("predict", model, unseen.pixels);
      const right = said.filter((digit, i) => digit === unseen.y[i]).length;
      holds("at least 90 % right", right >= 90, true);
      const length = Math.sqrt(flat(model).reduce((s, w) => s + w * w, 0));
      holds(
        "length of all weights",
        length,
        Math.sqrt(flat(trained(known, 10, 0.5, 16, orders)).reduce((s, w) => s + w * w, 0)),
      );
    },
  );
});
