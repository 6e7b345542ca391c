import { type Bench, type Draw, suite } from "@termwise/check";

/** tanh by its series near 0, by the exponential elsewhere; the derivative as 1 / cosh². */
const TRUE = {
  tanhFromExp(x: number): number {
    if (Math.abs(x) < 1e-3) return x - x ** 3 / 3 + (2 * x ** 5) / 15;
    const e = Math.exp(-2 * Math.abs(x));
    return Math.sign(x) * ((1 - e) / (1 + e));
  },
  tanhDerivative(x: number): number {
    const half = (Math.exp(x / 2) * Math.exp(x / 2) + Math.exp(-x / 2) * Math.exp(-x / 2)) / 2;
    return 1 / half / half;
  },
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
async function right({ call, given, holds }: B, name: Name, x: number): Promise<void> {
  const want = TRUE[name](x);
  const got = await call(name, x);
  given("your value", ten(got));
  given("the true value", ten(want));
  holds("right digits", digits(got as number, want), ALL);
}
type Bands = readonly (readonly [number, number])[];
/** Bands on both sides in which different things go wrong: a step to 1 too early, overflow. */
const VALUES: Bands = [
  [0.2, 3],
  [3, 6],
  [6, 10],
  [10.05, 10.3],
  [12, 40],
  [40, 340],
  [360, 700],
  [720, 2000],
];
/** The same for the derivative, where 1 − y² loses digits between. */
const SLOPES: Bands = [
  [0.2, 3],
  [3, 5],
  [12, 16],
  [20, 40],
  [40, 340],
  [360, 700],
  [720, 2000],
];
const anywhere = (draw: Draw, bands: Bands): number => draw.pick([-1, 1]) * draw.number(...draw.pick(bands));
const tiny = (draw: Draw): number =>
  draw.pick([-1, 1]) * draw.number(1, 9) * draw.pick([1e-2, 1e-4, 1e-9, 1e-11, 1e-13, 1e-20]);

/** A sigmoid that counts its calls. */
function counted() {
  const asked: number[] = [];
  const sigmoid = (z: number): number => {
    asked.push(z);
    return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
  };
  return { sigmoid, asked };
}

export default suite<typeof import("./stub.ts")>("E05.2", ({ example, fact, property }) => {
  example("the values of the statement", async (bench) => {
    await bench.call("tanhFromExp", 2).gives(0.9640275800758169);
    await right(bench, "tanhFromExp", 1e-12);
    await bench.call("tanhFromExp", 400).gives(1);
    await bench.call("tanhDerivative", 0).gives(1);
    await right(bench, "tanhDerivative", 20);
  });

  fact("±400, ±1000 and the largest numbers give finite values", async ({ call }) => {
    for (const x of [400, -400, 1000, -1000, 1e308, -1e308]) {
      await call("tanhFromExp", x).gives(Math.sign(x));
      await call("tanhDerivative", x).gives(0);
    }
  });

  fact("0 at 0, the limits at ±Infinity, and NaN for NaN", async ({ call }) => {
    await call("tanhFromExp", 0).gives(0);
    await call("tanhFromExp", Infinity).gives(1);
    await call("tanhFromExp", -Infinity).gives(-1);
    await call("tanhFromExp", NaN).gives(NaN);
    await call("tanhDerivative", Infinity).gives(0);
    await call("tanhDerivative", -Infinity).gives(0);
    await call("tanhDerivative", NaN).gives(NaN);
  });

  property("tanh is odd", { points: 1, runs: 20 }, async ({ call, draw, holds }) => {
    const x = anywhere(draw, VALUES);
    const [right, left] = [await call("tanhFromExp", x), await call("tanhFromExp", -x)];
    holds("tanh(x) + tanh(−x)", (right as number) + (left as number), 0);
  });

  property("tanh has nine right digits away from 0", { points: 3 }, async (bench) => {
    await right(bench, "tanhFromExp", anywhere(bench.draw, VALUES));
  });

  property("tanh has nine right digits near 0", { points: 2, runs: 30 }, async (bench) => {
    await right(bench, "tanhFromExp", tiny(bench.draw));
  });

  property("the derivative has nine right digits everywhere", { points: 3, runs: 50 }, async (bench) => {
    await right(bench, "tanhDerivative", bench.draw.chance(0.8) ? anywhere(bench.draw, SLOPES) : tiny(bench.draw));
  });

  property("a sigmoid gives tanh by one call", { points: 2, runs: 30 }, async ({ call, draw, holds }) => {
    const x = draw.pick([-1, 1]) * draw.number(0, draw.pick([1, 4, 20, 900]));
    const { sigmoid, asked } = counted();
    await call("tanhFromSigmoid", x, sigmoid).gives(TRUE.tanhFromExp(x), { tol: 1e-9 });
    holds("calls of the sigmoid", asked.length, 1);
  });
});
