import { type Draw, suite } from "@termwise/check";

type Matrix = number[][];
/** A symmetric matrix with these eigenvalues, turned by a rational rotation, the same on every machine. */
function withValues(p: number, q: number, t: number): Matrix {
  const [c, s] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
  const b = c * s * (p - q);
  return [
    [c * c * p + s * s * q, b],
    [b, s * s * p + c * c * q],
  ];
}
function verdict(p: number, q: number, tol: number): string {
  const sign = (v: number): number => (v > tol ? 1 : v < -tol ? -1 : 0);
  const [a, b] = [sign(p), sign(q)];
  if (a === 0 || b === 0) return "undecided";
  return a === b ? (a > 0 ? "minimum" : "maximum") : "saddle";
}
const curvature = (draw: Draw): number => draw.pick([-1, 1]) * draw.number(0.5, 6);

export default suite<typeof import("./stub.ts")>("E08.6", ({ example, fact, property }) => {
  const diagonal = (p: number, q: number): Matrix => [
    [p, 0],
    [0, q],
  ];
  example("a pass between two hills", async ({ call }) => {
    const gradient = ([x, y]: readonly number[]): number[] => [2 * x, -2 * y];
    const pass = [
      [0, 2],
      [2, 3],
    ];
    await call("hessian", gradient, [0, 0], 0.5).gives(diagonal(2, -2));
    await call("eigenvalues", pass).gives([-1, 4]);
    await call("classifyCritical", [0, 0], pass, 1e-6).gives("saddle");
    await call("globalMinimum", "minimum", { convex: false, value: 1, others: [2, 5] }).gives("unknown");
  });

  fact("both curvatures decide, whatever their sum and product", async ({ call }) => {
    for (const [p, q] of [
      [3, 1],
      [-3, -1],
      [5, -1],
      [1, -5],
      [-2, 2],
    ]) {
      await call("classifyCritical", [0, 0], diagonal(p, q), 1e-6).gives(verdict(p, q, 1e-6));
    }
    await call("classifyCritical", [0, 0], withValues(7, -0.5, 0.5), 1e-6).gives("saddle");
    await call("classifyCritical", [0, 0], withValues(-1, -8, -2), 1e-6).gives("maximum");
  });

  fact("a flat direction leaves the question open", async ({ call }) => {
    for (const [p, q] of [
      [2, 0],
      [0, 2],
      [-2, 0],
      [0, 0],
      [2, 1e-9],
      [2, -1e-9],
      [-3, 1e-9],
      [-3, -1e-9],
    ]) {
      await call("classifyCritical", [0, 0], diagonal(p, q), 1e-6).gives("undecided");
    }
    await call(
      "classifyCritical",
      [0, 0],
      [
        [1, 2],
        [2, 4],
      ],
      1e-6,
    ).gives("undecided");
  });

  fact("at the tolerance a curvature counts as zero, above it not", async ({ call }) => {
    await call("classifyCritical", [0, 0], diagonal(2, 0.25), 0.25).gives("undecided");
    await call("classifyCritical", [0, 0], diagonal(-2, -0.25), 0.25).gives("undecided");
    await call("classifyCritical", [0, 0], diagonal(2, -0.25), 0.25).gives("undecided");
    await call("classifyCritical", [0, 0], diagonal(-2, 0.25), 0.25).gives("undecided");
    await call("classifyCritical", [0, 0], diagonal(0.5, 0.375), 0.25).gives("minimum");
    await call("classifyCritical", [0, 0], diagonal(-0.5, -0.375), 0.25).gives("maximum");
  });

  fact("where there is a slope there is no critical point, up to the tolerance", async ({ call }) => {
    const bowl = diagonal(2, 2);
    await call("classifyCritical", [0.5, 0], bowl, 0.25).gives("not critical");
    await call("classifyCritical", [0.5, -0.5], bowl, 0.25).gives("not critical");
    await call("classifyCritical", [0.75, 0.5], bowl, 0.25).gives("not critical");
    await call("classifyCritical", [-0.25, -0.125], bowl, 0.25).gives("not critical");
    await call("classifyCritical", [0.2, 0.2], bowl, 0.25).gives("not critical");
    await call("classifyCritical", [-0.25, 0], bowl, 0.25).gives("minimum");
    await call("classifyCritical", [1e-9, -1e-9], bowl, 1e-6).gives("minimum");
    await call("classifyCritical", [3, 4], diagonal(-9, 9), 5).gives("saddle");
    await call("classifyCritical", [0, 1.5], diagonal(-3, -4), 2).gives("maximum");
  });

  fact("what is known of the whole function, and what is not", async ({ call }) => {
    const ask = (name: string, convex: boolean, value: number, others: number[], want: string): Promise<void> =>
      call("globalMinimum", name as "saddle", { convex, value, others }).gives(want);
    await ask("minimum", true, 1, [], "yes");
    await ask("undecided", true, 1, [4], "yes");
    await ask("minimum", false, 1, [], "unknown");
    await ask("undecided", false, 1, [4], "unknown");
    await ask("minimum", false, 1, [4, 0.5, 7], "no");
    await ask("undecided", false, -1, [-2], "no");
    await ask("minimum", false, 1, [1, 1], "unknown");
    await ask("minimum", true, 1, [1], "yes");
    for (const never of ["saddle", "maximum", "not critical"]) {
      await ask(never, false, 1, [4], "no");
      await ask(never, true, 1, [], "no");
    }
  });

  fact("the curvature of a cubic is that of the point, in every dimension", async ({ call }) => {
    const gradient = ([x, y]: readonly number[]): number[] => [3 * x * x + y, x - 6 * y];
    await call("hessian", gradient, [2, 5], 0.125).gives([
      [12, 1],
      [1, -6],
    ]);
    await call("hessian", ([x]: readonly number[]): number[] => [x * x], [-3], 0.25).gives([[-6]]);
    const twisted = ([x, y]: readonly number[]): number[] => [y * y, 2 * x * y];
    await call("hessian", twisted, [3, 5], 0.5).gives([
      [0, 10],
      [10, 6],
    ]);
  });

  fact("a gradient that is not quite symmetric gives a symmetric matrix", async ({ call }) => {
    const gradient = ([x, y, z]: readonly number[]): number[] => [x + 2 * y, 4 * x - y + z, 3 * z - y];
    await call("hessian", gradient, [1, 1, 1], 0.5).gives([
      [1, 3, 0],
      [3, -1, 0],
      [0, 0, 3],
    ]);
  });

  property("differences of a quadratic's gradient give its matrix", { runs: 20 }, async ({ call, draw, holds }) => {
    const n = draw.int(1, 4);
    const A = draw.list(n, () => draw.list(n, () => draw.int(-6, 6)));
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) A[i][j] = A[j][i];
    let calls = 0;
    const gradient = (x: readonly number[]): number[] => {
      calls++;
      return A.map((row) => row.reduce((s, a, j) => s + a * x[j], 0));
    };
    const x = draw.list(n, () => draw.int(-3, 3));
    await call("hessian", gradient, x, draw.pick([0.5, 0.25, 1])).gives(A);
    holds("gradients asked for", calls, 2 * n);
  });

  property("eigenvalues come back from a turned matrix", { runs: 30 }, async ({ call, draw }) => {
    const [p, q] = [curvature(draw), draw.chance(0.2) ? 0 : curvature(draw)];
    await call("eigenvalues", withValues(p, q, draw.int(-9, 9) / 8)).gives([Math.min(p, q), Math.max(p, q)]);
  });

  property("a critical point is what its two curvatures say", { points: 3 }, async ({ call, draw }) => {
    const small = draw.pick([1, -1]) * draw.pick([0, 1e-8, 5e-7, 3e-6, 1e-4]);
    const large = draw.chance(0.8) ? curvature(draw) : draw.pick([1e-4, -1e-4]);
    const [p, q] = [large, draw.chance(0.5) ? small : curvature(draw)];
    const H = withValues(p, q, draw.int(-9, 9) / 8);
    await call("classifyCritical", [1e-8, -1e-8], H, 1e-6).gives(verdict(p, q, 1e-6));
  });
});
