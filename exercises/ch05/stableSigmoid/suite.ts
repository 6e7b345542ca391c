import { type Bench, type Draw, suite } from "@termwise/check";

/** The true values, by the side on which nothing is lost. */
const TRUE = {
  sigmoid: (z: number): number => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))),
  logSigmoid: (z: number): number => (z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z))),
  sigmoidDerivative: (z: number): number => TRUE.sigmoid(z) * TRUE.sigmoid(-z),
};
type Name = keyof typeof TRUE;

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
async function right({ call, given, holds }: B, name: Name, z: number): Promise<void> {
  const want = TRUE[name](z);
  const got = await call(name, z);
  given("your value", ten(got));
  given("the true value", ten(want));
  holds("right digits", digits(got as number, want), ALL);
}
/** Bands on both sides in which different things go wrong: rounding to 1, underflow, overflow. */
const BANDS: readonly (readonly [number, number])[] = [
  [0, 3],
  [3, 11],
  [21, 33],
  [21, 33],
  [40, 90],
  [90, 300],
  [300, 680],
  [720, 2000],
];
const anywhere = (draw: Draw): number => draw.pick([-1, 1]) * draw.number(...draw.pick(BANDS));

export default suite<typeof import("./stub.ts")>("E05.1", ({ example, fact, property }) => {
  example("the values of the statement", async (bench) => {
    await bench.call("sigmoid", 0).gives(0.5);
    await right(bench, "sigmoid", -50);
    await right(bench, "sigmoid", -600);
    await bench.call("logSigmoid", -1000).gives(-1000);
    await right(bench, "logSigmoid", 40);
    await bench.call("sigmoidDerivative", 0).gives(0.25);
    await right(bench, "sigmoidDerivative", 40);
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

  property("σ(z) and σ(−z) add up to 1", { points: 1, runs: 20 }, async ({ call, draw, holds }) => {
    const z = draw.number(-8, 8);
    const [right, left] = [await call("sigmoid", z), await call("sigmoid", -z)];
    holds("σ(z) + σ(−z)", (right as number) + (left as number), 1);
  });

  property("sigmoid has nine right digits everywhere", { points: 3, runs: 60 }, async (bench) => {
    await right(bench, "sigmoid", anywhere(bench.draw));
  });

  property("logSigmoid has nine right digits everywhere", { points: 4, runs: 60 }, async (bench) => {
    await right(bench, "logSigmoid", anywhere(bench.draw));
  });

  property("the derivative has nine right digits everywhere", { points: 3, runs: 60 }, async (bench) => {
    await right(bench, "sigmoidDerivative", anywhere(bench.draw));
  });

  property("the derivative is the slope that central differences of σ show", { runs: 20 }, async ({ call, draw }) => {
    const [z, h] = [draw.number(-6, 6), 1e-5];
    await call("sigmoidDerivative", z).gives((TRUE.sigmoid(z + h) - TRUE.sigmoid(z - h)) / (2 * h));
  });
});
