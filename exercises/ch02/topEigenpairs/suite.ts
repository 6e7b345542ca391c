import { type Draw, suite } from "@termwise/check";

type Matrix = number[][];
interface Pair {
  value: number;
  vector: number[];
}

/** A symmetric matrix with these eigenvalues and orthonormal directions, turned plane by plane. */
function withValues(draw: Draw, values: readonly number[]): { A: Matrix; pairs: Pair[] } {
  const n = values.length;
  const Q: Matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      // A rational rotation: (1 − t²) / (1 + t²) and 2t / (1 + t²), the same on every machine.
      const t = draw.int(-7, 7) / 8;
      const [c, s] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
      for (const row of Q) [row[i], row[j]] = [c * row[i] - s * row[j], s * row[i] + c * row[j]];
    }
  }
  const A = Q.map((a) => Q.map((b) => values.reduce((sum, v, m) => sum + a[m] * v * b[m], 0)));
  const pairs = values.map((value, m) => ({ value, vector: turned(Q.map((row) => row[m])) }));
  return { A, pairs };
}
/** The entry of largest size made positive. */
function turned(v: number[]): number[] {
  const top = Math.max(...v.map(Math.abs));
  const sign = Math.sign(v.find((x) => Math.abs(x) > top - 1e-6)!);
  return v.map((x) => x * sign);
}
/** Values whose sizes fall clearly, of either sign. */
function spectrum(draw: Draw, n: number): number[] {
  let size = draw.int(4, 9);
  return draw.list(n, () => {
    const value = draw.chance(0.5) ? size : -size;
    size *= draw.number(0.4, 0.75);
    return value;
  });
}

export default suite<typeof import("./stub.ts")>(
  "E02.8",
  ({ example, fact, property }) => {
    const h = Math.SQRT1_2;
    const small = [
      [2, 1],
      [1, 2],
    ];
    example("[[2, 1], [1, 2]] stretches [1, 1] by 3 and [1, -1] by 1", async ({ call }) => {
      await call("topEigenpairs", small, 2).gives([
        { value: 3, vector: [h, h] },
        { value: 1, vector: [h, -h] },
      ]);
    });

    fact("one pair is found where one is asked for, none where none", async ({ call }) => {
      await call("topEigenpairs", small, 1).gives([{ value: 3, vector: [h, h] }]);
      await call("topEigenpairs", small, 0).gives([]);
    });

    fact("directions perpendicular to [1, 1], or to an axis, are found too", async ({ call }) => {
      const A = [
        [2, -1],
        [-1, 2],
      ];
      await call("topEigenpairs", A, 1).gives([{ value: 3, vector: [h, -h] }]);
      const [first, last] = [
        [
          [5, 0],
          [0, 1],
        ],
        [
          [1, 0],
          [0, 5],
        ],
      ];
      await call("topEigenpairs", first, 1).gives([{ value: 5, vector: [1, 0] }]);
      await call("topEigenpairs", last, 1).gives([{ value: 5, vector: [0, 1] }]);
    });

    fact("a negative eigenvalue of the largest size comes first, with its sign", async ({ call }) => {
      const A = [
        [1, 0, 0],
        [0, -4, 0],
        [0, 0, 2.5],
      ];
      await call("topEigenpairs", A, 3).gives([
        { value: -4, vector: [0, 1, 0] },
        { value: 2.5, vector: [0, 0, 1] },
        { value: 1, vector: [1, 0, 0] },
      ]);
      await call("topEigenpairs", [[-2]], 1).gives([{ value: -2, vector: [1] }]);
    });

    fact("two values of a size ratio 0.9 are told apart", async ({ call, draw }) => {
      const { A, pairs } = withValues(draw, [10, -9, 4]);
      await call("topEigenpairs", A, 2).gives(pairs.slice(0, 2), { tol: 1e-5 });
    });

    property(
      "the pairs of a matrix made from known ones come back",
      { points: 4, runs: 20 },
      async ({ call, draw }) => {
        const n = draw.int(2, 5);
        const { A, pairs } = withValues(draw, spectrum(draw, n));
        const k = draw.int(1, n);
        await call("topEigenpairs", A, k).gives(pairs.slice(0, k), { tol: 1e-4 });
      },
    );

    property(
      "A · v is value · v, and the vectors have length 1 and are perpendicular",
      { points: 3, runs: 10 },
      async ({ call, draw, given, holds }) => {
        const { A } = withValues(draw, spectrum(draw, 4));
        given("A", A);
        const found: Pair[] = await call("topEigenpairs", A, 3);
        const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);
        const residual = found.flatMap(({ value, vector }) => A.map((row, i) => dot(row, vector) - value * vector[i]));
        holds(
          "residuals small",
          residual.every((r) => Math.abs(r) < 1e-5),
          true,
        );
        holds(
          "products of vectors",
          found.map((p) => found.map((q) => dot(p.vector, q.vector))),
          [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
          { tol: 1e-5 },
        );
      },
    );
  },
  { tol: 1e-5 },
);
