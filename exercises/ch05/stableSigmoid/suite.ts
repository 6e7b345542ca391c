import { type Bench, type Draw, suite } from "@termwise/check";

/** The true values, by the side on which nothing is lost. */
const TRUE = {
  sigmoid: (z: number): number => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))),
  logSigmoid: (z: number): number => (z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z))),
  sigmoidDerivative: (z: number): number => TRUE.sigmoid(z) * TRUE.sigmoid(-z),
};
type Name = keyof typeof TRUE;
/** A product: nothing is lost where both are near 1, or near each other. */
function between(a: number, b: number): number {
  if (a === b) return 0;
  return a > b ? -between(b, a) : TRUE.sigmoid(b) * TRUE.sigmoid(-a) * -Math.expm1(a - b);
}

const ALL = "all nine";
/** How much of a value is right. Inputs keep away from the borders between these answers. */
function digits(got: number, want: number): string {
  if (!Number.isFinite(want)) return Object.is(got, want) ? ALL : "none";
  if (Math.abs(want) < 1e-300) return Math.abs(got) <= 1e-300 && got * want >= 0 ? ALL : "none";
  const error = Math.abs(got - want) / Math.abs(want);
  return error < 1e-9 ? ALL : error < 0.4 ? "some" : "none";
}
type B = Bench<typeof import("./stub.ts")>;
/** With enough digits to see the difference. */
const ten = (value: unknown): unknown => (typeof value === "number" ? value.toPrecision(10) : value);
function judge({ given, holds }: B, got: number, want: number): void {
  given("your value", ten(got));
  given("the true value", ten(want));
  holds("right digits", digits(got, want), ALL);
}
async function right(bench: B, name: Name, z: number): Promise<void> {
  judge(bench, await bench.call(name, z), TRUE[name](z));
}
async function rightBetween(bench: B, [a, b]: Pair): Promise<void> {
  judge(bench, await bench.call("sigmoidBetween", a, b), between(a, b));
}
/** Bands on both sides in which different things go wrong: rounding to 1, underflow, overflow. */
const BANDS: readonly (readonly [number, number])[] = [
  [0, 3],
  [3, 11],
  [21, 33],
  [21, 33],
  [34, 35],
  [34, 35],
  [40, 90],
  [90, 300],
  [300, 680],
  [720, 2000],
];
const anywhere = (draw: Draw): number => draw.pick([-1, 1]) * draw.number(...draw.pick(BANDS));

/** Two scores, the lower one first. */
type Pair = readonly [a: number, b: number];
const OUT: readonly Pair[] = [
  [40, 90],
  [90, 300],
  [380, 650],
];
const BEYOND: Pair = [720, 2000];
/** Far out on the same side, a few points apart. */
function far(draw: Draw): Pair {
  const z = draw.pick([-1, 1]) * draw.number(...draw.pick([...OUT, BEYOND]));
  return [z, z + draw.number(0.5, 6)];
}
/** Where a score very near 0 is, its distance to another has digits that 1 − e^(−distance) loses. */
const PLACES: readonly Pair[] = [[0, 1e-6], [0, 1e-6], [0.5, 3], ...OUT];
/** So close that a difference keeps few digits; or close, but not so that the slope times the distance would do. */
const CLOSE: readonly Pair[] = [
  [1e-10, 4e-10],
  [4e-4, 1e-3],
];
function near(draw: Draw): Pair {
  const z = draw.pick([-1, 1]) * draw.number(...draw.pick(PLACES));
  return [z, z + draw.number(...draw.pick(CLOSE))];
}
const SIZES: readonly Pair[] = [[0.5, 3], [3, 11], ...OUT, BEYOND];
function acrossZero(draw: Draw): Pair {
  return [-draw.number(...draw.pick(SIZES)), draw.number(...draw.pick(SIZES))];
}

export default suite<typeof import("./stub.ts")>("E05.1", ({ example, fact, property }) => {
  example("the values of the statement", async (bench) => {
    await bench.call("sigmoid", 0).gives(0.5);
    await right(bench, "sigmoid", -50);
    await right(bench, "sigmoid", -600);
    await bench.call("logSigmoid", -1000).gives(-1000);
    await right(bench, "logSigmoid", 40);
    await bench.call("sigmoidDerivative", 0).gives(0.25);
    await right(bench, "sigmoidDerivative", 40);
    for (const pair of [[-1, 1] as const, [40, 41] as const, [0, 1e-10] as const, [41, 40] as const])
      await rightBetween(bench, pair);
  });

  fact("±1000 and the largest numbers give finite values", async (bench) => {
    for (const z of [1000, -1000, 1e308, -1e308]) {
      await bench.call("sigmoid", z).gives(z > 0 ? 1 : 0);
      await bench.call("logSigmoid", z).gives(z > 0 ? 0 : z);
      await bench.call("sigmoidDerivative", z).gives(0);
    }
  });

  fact("the limits at ±Infinity, and NaN for NaN", async ({ call }) => {
    await call("sigmoid", Infinity).gives(1);
    await call("sigmoid", -Infinity).gives(0);
    await call("sigmoid", NaN).gives(NaN);
    await call("logSigmoid", Infinity).gives(0);
    await call("logSigmoid", -Infinity).gives(-Infinity);
    await call("logSigmoid", NaN).gives(NaN);
    await call("sigmoidDerivative", Infinity).gives(0);
    await call("sigmoidDerivative", -Infinity).gives(0);
    await call("sigmoidDerivative", NaN).gives(NaN);
  });

  fact("nothing lies between equal scores, and 1 between the infinities", async (bench) => {
    const { call } = bench;
    for (const z of [0, 3, -40, 800, Infinity, -Infinity]) await call("sigmoidBetween", z, z).gives(0);
    await call("sigmoidBetween", -Infinity, Infinity).gives(1);
    await call("sigmoidBetween", Infinity, -Infinity).gives(-1);
    await call("sigmoidBetween", -Infinity, 0).gives(0.5);
    await rightBetween(bench, [-Infinity, -50]);
    await rightBetween(bench, [50, Infinity]);
    for (const [a, b] of [[NaN, 1] as const, [1, NaN] as const, [NaN, NaN] as const])
      await call("sigmoidBetween", a, b).gives(NaN);
  });

  property("σ(z) and σ(−z) add up to 1", { points: 1, runs: 20 }, async ({ call, draw, holds }) => {
    const z = draw.number(-8, 8);
    const [right, left] = [await call("sigmoid", z), await call("sigmoid", -z)];
    holds("σ(z) + σ(−z)", (right as number) + (left as number), 1);
  });

  property("sigmoid has nine right digits everywhere", { points: 2, runs: 60 }, async (bench) => {
    await right(bench, "sigmoid", anywhere(bench.draw));
  });

  property("logSigmoid has nine right digits everywhere", { points: 2, runs: 60 }, async (bench) => {
    await right(bench, "logSigmoid", anywhere(bench.draw));
  });

  property("the derivative has nine right digits everywhere", { points: 2, runs: 60 }, async (bench) => {
    await right(bench, "sigmoidDerivative", anywhere(bench.draw));
  });

  property(
    "the derivative is the slope that central differences of σ show",
    { points: 1, runs: 20 },
    async ({ call, draw }) => {
      const [z, h] = [draw.number(-6, 6), 1e-5];
      await call("sigmoidDerivative", z).gives((TRUE.sigmoid(z + h) - TRUE.sigmoid(z - h)) / (2 * h));
    },
  );

  property("between two scores far out on the same side: nine digits", { points: 1 }, async (bench) => {
    await rightBetween(bench, far(bench.draw));
  });

  property("between two scores close together: nine digits", { points: 2, runs: 80 }, async (bench) => {
    await rightBetween(bench, near(bench.draw));
  });

  property("in either order, however far apart: negative where a > b", { points: 1, runs: 60 }, async (bench) => {
    const [a, b] = bench.draw.pick([acrossZero, acrossZero, far, near])(bench.draw);
    await rightBetween(bench, bench.draw.chance(0.7) ? [b, a] : [a, b]);
  });
});
