import { type Draw, suite } from "@termwise/check";

/** Least squares by the normal equations, in base 2. */
function fit(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  const [x, y] = [n.map(Math.log2), error.map(Math.log2)];
  const sum = (v: readonly number[]): number => v.reduce((s, t) => s + t, 0);
  const [N, sx, sy] = [n.length, sum(x), sum(y)];
  const slope = (N * sum(x.map((v, i) => v * y[i])) - sx * sy) / (N * sum(x.map((v) => v * v)) - sx * sx);
  return { a: 2 ** ((sy - slope * sx) / N), beta: -slope };
}
function sizes(draw: Draw): number[] {
  let n = draw.int(5, 60);
  return draw.list(draw.int(3, 7), () => {
    n = Math.round(n * draw.number(1.5, 4));
    return n;
  });
}

export default suite<typeof import("./stub.ts")>("E01.3", ({ example, fact, property }) => {
  example("2, 0.2, 0.02 at 1, 10, 100 is 2 / n; halved at four times the size is a root", async ({ call }) => {
    await call("fitPowerLaw", [1, 10, 100], [2, 0.2, 0.02]).gives({ a: 2, beta: 1 });
    await call("fitPowerLaw", [100, 400], [0.3, 0.15]).gives({ a: 3, beta: 0.5 });
  });

  fact("an error that does not change has beta 0, one that grows a negative beta", async ({ call }) => {
    await call("fitPowerLaw", [10, 20, 80], [0.5, 0.5, 0.5]).gives({ a: 0.5, beta: 0 });
    await call("fitPowerLaw", [1, 4, 16], [1, 2, 4]).gives({ a: 1, beta: -0.5 });
  });

  fact("the order of the points does not matter, and a size that was measured twice counts twice", async ({ call }) => {
    await call("fitPowerLaw", [400, 100, 1600], [0.15, 0.3, 0.075]).gives({ a: 3, beta: 0.5 });
    const [n, error] = [
      [10, 10, 1000],
      [0.4, 0.1, 0.002],
    ];
    await call("fitPowerLaw", n, error).gives(fit(n, error));
  });

  fact("a number that is not positive is an error that says so", async ({ call }) => {
    await call("fitPowerLaw", [1, 0, 4], [1, 1, 1]).throws(/positive/);
    await call("fitPowerLaw", [1, 2, 4], [1, -0.5, 0.25]).throws(/positive/);
    await call("fitPowerLaw", [1, 2, 4], [1, 0.5, 0]).throws(/positive/);
  });

  property("a power law without noise is recovered", { points: 3 }, async ({ call, draw }) => {
    const [a, beta] = [draw.number(0.2, 9), draw.number(0.05, 1.2)];
    const n = sizes(draw);
    await call(
      "fitPowerLaw",
      n,
      n.map((v) => a * v ** -beta),
    ).gives({ a, beta });
  });

  property(
    "through noisy points goes the least-squares line of the logarithms",
    { points: 4 },
    async ({ call, draw }) => {
      const [a, beta] = [draw.number(0.2, 9), draw.number(0.1, 0.9)];
      const n = sizes(draw);
      const error = n.map((v) => a * v ** -beta * (1 + 0.4 * (draw.unit() - 0.5)));
      await call("fitPowerLaw", n, error).gives(fit(n, error));
    },
  );
});
