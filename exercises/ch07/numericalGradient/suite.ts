import { type Draw, suite } from "@termwise/check";

type Point = readonly number[];

/** A network of two inputs, one hidden unit and two outputs, and its loss. */
function lossAt([w1, w2, v1, v2]: Point): number {
  const hidden = Math.max(0, 2 * w1 + 4 * w2);
  return (v1 * hidden - 7) ** 2 + (v2 * hidden - 5) ** 2;
}

/** Σ cᵢ xᵢ³ + Σ mᵢ xᵢ xᵢ₊₁, with its exact gradient. No variable is like another. */
function drawnFunction(draw: Draw, n: number) {
  const cubes = draw.list(n, () => draw.int(1, 6) / 2);
  const mixed = draw.list(n, (i) => (i === n - 1 ? 0 : draw.int(1, 4) * (draw.chance(0.5) ? 1 : -1)));
  const f = (x: Point): number => x.reduce((sum, v, i) => sum + cubes[i] * v ** 3 + mixed[i] * v * (x[i + 1] ?? 0), 0);
  const slopes = (x: Point): number[] =>
    x.map((v, i) => 3 * cubes[i] * v * v + mixed[i] * (x[i + 1] ?? 0) + (mixed[i - 1] ?? 0) * (x[i - 1] ?? 0));
  return { f, slopes };
}
const drawnPoint = (draw: Draw, n: number): number[] => draw.list(n, () => draw.number(-3, 3));

/** By definition. */
const central = (f: (x: Point) => number, x: Point, h: number): number[] =>
  x.map((v, i) => (f(x.with(i, v + h)) - f(x.with(i, v - h))) / (2 * h));
const length = (v: Point): number => Math.sqrt(v.reduce((sum, c) => sum + c * c, 0));
const apart = (a: Point, b: Point): number => length(a.map((v, i) => v - b[i])) / (length(a) + length(b));

/** The points at which f was asked, in an order that does not depend on who asks. */
function watched(f: (x: Point) => number) {
  const asked: number[][] = [];
  const seen = (x: Point): number => {
    asked.push([...x]);
    return f(x);
  };
  const sorted = (): number[][] => asked.toSorted((a, b) => a.reduce((order, v, i) => order || v - b[i], 0));
  return { seen, sorted, asked };
}
const around = (x: Point, h: number): number[][] =>
  x
    .flatMap((v, i) => [x.with(i, v - h), x.with(i, v + h)])
    .toSorted((a, b) => a.reduce((order, v, i) => order || v - b[i], 0));

export default suite<typeof import("./stub.ts")>("E07.1", ({ example, fact, property }) => {
  example("x²y has the gradient [12, 9] at x = 3, y = 2; [3, 0] and [0, 4] are 5/7 apart", async ({ call }) => {
    await call("numericalGradient", ([x, y]: Point) => x * x * y, [3, 2], 1e-5).gives([12, 9]);
    await call("relativeError", [3, 4], [3, 4]).gives(0);
    await call("relativeError", [3, 0], [0, 4]).gives(5 / 7);
  });

  fact("the network of the chapter has the gradient [18, 36, −8, 24]", async ({ call }) => {
    await call("numericalGradient", lossAt, [3, -0.5, 1.5, 2]).gives([18, 36, -8, 24]);
  });

  fact("for x³ the error is the square of the step, and for a parabola there is none", async ({ call }) => {
    await call("numericalGradient", ([x]: Point) => x ** 3, [2], 0.5).gives([12.25]);
    await call("numericalGradient", ([x]: Point) => x ** 3, [2], 0.25).gives([12.0625]);
    await call("numericalGradient", ([x, y]: Point) => x * x - 3 * x * y, [1, 2], 2).gives([-4, -3]);
  });

  fact("x is left as it was, to the last digit, and f is asked twice for each variable", async ({ call, holds }) => {
    const { seen, asked } = watched(([x, y, z]) => x * y + z);
    await call("numericalGradient", seen, [0.1, 0.7, 1 / 3], 0.3).gives([0.7, 0.1, 1]);
    holds("number of questions", asked.length, 6);
  });

  fact("without a third argument the step is 1e-5", async ({ call, holds }) => {
    const { seen, sorted } = watched(([x, y]) => x - y);
    await call("numericalGradient", seen, [1, 2]).gives([1, -1]);
    const places = sorted().map((x) => x.map((v, i) => (v - (i + 1)) * 1e5)); // in units of the step
    const due = around([0, 0], 1);
    holds("the steps, in units of 1e-5", places, due);
  });

  fact("a function of nothing has an empty gradient, and a constant one of zeros", async ({ call }) => {
    await call("numericalGradient", () => 4, [], 0.1).gives([]);
    await call("numericalGradient", () => 4, [1, 2, 3], 0.1).gives([0, 0, 0]);
  });

  property("every entry is the central difference, whatever the step", { points: 3 }, async ({ call, draw, holds }) => {
    const n = draw.int(1, 4);
    const { f } = drawnFunction(draw, n);
    const [x, h] = [drawnPoint(draw, n), draw.pick([0.2, 0.5, 1, 1.5])];
    const { seen, sorted } = watched(f);
    await call("numericalGradient", seen, x, h).gives(central(f, x, h));
    holds("the points at which f was asked", sorted(), around(x, h));
  });

  property("with a small step it is the gradient", { points: 2, runs: 20 }, async ({ call, draw }) => {
    const n = draw.int(2, 4);
    const { f, slopes } = drawnFunction(draw, n);
    const x = drawnPoint(draw, n);
    await call("numericalGradient", f, x).gives(slopes(x));
  });

  fact("gradients of zeros agree; against zeros anything else is wholly wrong", async ({ call }) => {
    await call("relativeError", [0, 0], [0, 0]).gives(0);
    await call("relativeError", [0, 0], [3, -4]).gives(1);
    await call("relativeError", [2, 0], [-2, 0]).gives(1);
    await call("relativeError", [1, 2], [1, 0]).gives(2 / (Math.sqrt(5) + 1));
  });

  fact("NaN agrees with nothing", async ({ call }) => {
    await call("relativeError", [1, NaN], [1, 2]).gives(NaN);
    await call("relativeError", [NaN, 1], [NaN, 1]).gives(NaN);
  });

  fact("lists of different length are refused", async ({ call }) => {
    await call("relativeError", [1, 2], [1, 2, 3]).throws(/2.*3/);
    await call("relativeError", [1, 2, 3, 4], [1]).throws(/4.*1/);
  });

  property("the relative error is the definition, and does not depend on the scale", { points: 2 }, async (bench) => {
    const { call, draw } = bench;
    const [n, scale] = [draw.int(1, 5), draw.pick([1e-6, 1, 1, 1e6])];
    const a = draw.list(n, () => draw.normal() * scale);
    const b = a.map((v) => v * (1 + draw.number(-0.8, 0.8)) + draw.normal() * 0.1 * scale);
    await call("relativeError", a, b).gives(apart(a, b));
    await call("relativeError", b, a).gives(apart(a, b));
  });
});
