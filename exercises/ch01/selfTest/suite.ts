import { type Draw, suite } from "@termwise/check";

const numbers = (draw: Draw, n: number): number[] => draw.list(n, () => draw.int(-8, 8) / 2);
const matrix = (draw: Draw, m: number, n: number): number[][] => draw.list(m, () => numbers(draw, n));
const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

export default suite<typeof import("./stub.ts")>("E01.8", ({ example, property }) => {
  example("a product with a swap, one case in four, and the means of two columns", async ({ call }) => {
    await call(
      "product",
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    ).gives([
      [2, 1],
      [4, 3],
    ]);
    await call("probabilityOfAGivenB", { both: 2, onlyA: 5, onlyB: 6, neither: 10 }).gives(0.25);
    await call("columnMeans", [
      [1, 2],
      [3, 4],
    ]).gives([2, 3]);
  });

  property(
    "a matrix product is row by column (chapter 2, matrices)",
    { points: 2, runs: 12 },
    async ({ call, draw }) => {
      const [m, k, n] = [draw.int(1, 3), draw.int(1, 3), draw.int(1, 3)];
      const [A, B] = [matrix(draw, m, k), matrix(draw, k, n)];
      const want = A.map((row) => Array.from({ length: n }, (_, j) => sum(row.map((a, p) => a * B[p][j]))));
      await call("product", A, B).gives(want);
    },
  );

  property(
    "a composition has an inner derivative (chapter 7 uses it on every line)",
    { points: 2, runs: 12 },
    async ({ call, draw }) => {
      const x = draw.number(-2, 2);
      const h = 1e-4;
      const slope = (Math.sin((x + h) ** 2) - Math.sin((x - h) ** 2)) / (2 * h);
      await call("slopeOfSineOfSquare", x).gives(slope, { tol: 1e-5 });
    },
  );

  property(
    "an expectation weighs each value with its probability (chapter 2, random numbers)",
    { points: 2, runs: 12 },
    async ({ call, draw }) => {
      const parts = draw.list(draw.int(1, 5), () => draw.int(1, 9));
      const p = parts.map((n) => n / sum(parts));
      const values = numbers(draw, p.length);
      await call("expectation", values, p).gives(sum(values.map((v, i) => v * p[i])));
    },
  );

  property(
    "given B, only the cases with B count (chapter 2, random numbers)",
    { points: 2, runs: 12 },
    async ({ call, draw }) => {
      const [both, onlyA, onlyB, neither] = draw.list(4, () => draw.int(1, 30));
      await call("probabilityOfAGivenB", { both, onlyA, onlyB, neither }).gives(both / (both + onlyB));
    },
  );

  property(
    "at least one is the opposite of none (chapter 2, random numbers)",
    { points: 2, runs: 12 },
    async ({ call, draw }) => {
      const [p, n] = [draw.int(1, 9) / 10, draw.int(0, 6)];
      let none = 1;
      for (let k = 0; k < n; k++) none *= 1 - p;
      await call("atLeastOne", p, n).gives(1 - none);
    },
  );

  property("axis 0 runs down the rows (chapter 2, reductions)", { points: 2, runs: 12 }, async ({ call, draw }) => {
    const X = matrix(draw, draw.int(1, 4), draw.int(1, 4));
    await call("columnMeans", X).gives(X[0].map((_, c) => sum(X.map((row) => row[c])) / X.length));
  });

  property("a mask picks entries (chapter 2, tensors)", { points: 2, runs: 12 }, async ({ call, draw }) => {
    const x = numbers(draw, draw.int(0, 6));
    await call("sumOfPositive", x).gives(x.reduce((s, v) => s + Math.max(v, 0), 0));
  });

  property(
    "the logarithm of a product is a sum (chapter 2, distributions)",
    { points: 2, runs: 12 },
    async ({ call, draw }) => {
      const x = draw.list(draw.int(1, 4), () => draw.number(0.1, 20));
      const tiny = draw.list(draw.pick([0, 300]), () => 1e-5);
      await call("logOfProduct", [...x, ...tiny]).gives(sum([...x, ...tiny].map(Math.log)));
    },
  );

  property(
    "a distance is the root of the summed squares (chapter 2, norms)",
    { points: 1, runs: 12 },
    async ({ call, draw }) => {
      const n = draw.int(1, 4);
      const [a, b] = [numbers(draw, n), numbers(draw, n)];
      await call("distance", a, b).gives(Math.hypot(...a.map((v, i) => v - b[i])));
    },
  );

  property("two equations have one solution (chapter 2, matrices)", { points: 2, runs: 12 }, async ({ call, draw }) => {
    const [a, b, c] = draw.list(3, () => draw.int(-4, 4));
    const d = draw.pick([5, -5, 7]);
    if (a * d === b * c) return;
    const [x, y] = numbers(draw, 2);
    await call(
      "solve",
      [
        [a, b],
        [c, d],
      ],
      [a * x + b * y, c * x + d * y],
    ).gives([x, y]);
  });
});
