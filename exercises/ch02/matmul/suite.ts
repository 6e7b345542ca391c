import { type Draw, suite } from "@termwise/check";

type Sizes = { m: number; k: number; n: number };

/** Entry by entry, by the definition. */
function definition(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  return Array.from({ length: m * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return Array.from({ length: k }, (_, p) => a[i * k + p] * b[p * n + j]).reduce((s, x) => s + x, 0);
  });
}

/** Three sizes that differ, so that no letter can stand for another. */
function sizes(draw: Draw): Sizes {
  const m = draw.int(1, 5);
  const k = m + draw.pick([1, 2, 3]);
  return draw.chance(0.5) ? { m, k, n: k + draw.int(1, 2) } : { m: k, k: m, n: k + draw.int(1, 2) };
}
const numbers = (draw: Draw, count: number): number[] => draw.list(count, () => draw.int(-4, 4) / 2);

export default suite<typeof import("./stub.ts")>("E02.2", ({ example, fact, property }) => {
  example("a [2, 3] by a [3, 2] matrix gives [4, 5, 10, 11] for 24 operations", async ({ call }) => {
    await call("matmul", [1, 2, 3, 4, 5, 6], [1, 0, 0, 1, 1, 1], { m: 2, k: 3, n: 2 }).gives([4, 5, 10, 11]);
    await call("flops", { m: 2, k: 3, n: 2 }).gives(24);
  });

  fact("the identity changes nothing, from either side", async ({ call }) => {
    const a = [1, 2, 3, 4, 5, 6];
    await call("matmul", [1, 0, 0, 1], a, { m: 2, k: 2, n: 3 }).gives(a);
    await call("matmul", a, [1, 0, 0, 0, 1, 0, 0, 0, 1], { m: 2, k: 3, n: 3 }).gives(a);
  });

  fact("the order of the factors matters", async ({ call }) => {
    await call("matmul", [0, 1, 0, 0], [0, 0, 1, 0], { m: 2, k: 2, n: 2 }).gives([1, 0, 0, 0]);
    await call("matmul", [0, 0, 1, 0], [0, 1, 0, 0], { m: 2, k: 2, n: 2 }).gives([0, 0, 0, 1]);
  });

  fact("a row by a column is one number, a column by a row a table", async ({ call }) => {
    await call("matmul", [1, 2, 3], [4, 5, 6], { m: 1, k: 3, n: 1 }).gives([32]);
    await call("matmul", [1, 2], [3, 4, 5], { m: 2, k: 1, n: 3 }).gives([3, 4, 5, 6, 8, 10]);
  });

  fact("an inner size of 0 gives zeros, an outer size of 0 nothing", async ({ call }) => {
    await call("matmul", [], [], { m: 2, k: 0, n: 2 }).gives([0, 0, 0, 0]);
    await call("matmul", [], [1, 2], { m: 0, k: 1, n: 2 }).gives([]);
  });

  fact("a list of the wrong length is an error that names it and both counts", async ({ call }) => {
    await call("matmul", [1, 2, 3], [1, 2], { m: 2, k: 2, n: 1 }).throws(/\ba has 3\b.*\b4\b/);
    await call("matmul", [1, 2, 3, 4], [1, 2, 3], { m: 2, k: 2, n: 2 }).throws(/\bb has 3\b.*\b4\b/);
    await call("matmul", [1, 2, 3, 4, 5], [1, 2], { m: 2, k: 2, n: 1 }).throws(/\ba has 5\b.*\b4\b/);
  });

  property("every entry is the sum of products along a row and a column", { points: 4 }, async ({ call, draw }) => {
    const s = sizes(draw);
    const [a, b] = [numbers(draw, s.m * s.k), numbers(draw, s.k * s.n)];
    const want = definition(a, b, s);
    await call("matmul", a, b, s).gives(want);
    await call("matmul", a, b, s).gives(want);
  });

  property(
    "every product of two numbers is counted, and so is every addition",
    { points: 2 },
    async ({ call, draw }) => {
      const s = sizes(draw);
      await call("flops", s).gives(2 * s.m * s.k * s.n);
    },
  );
});
