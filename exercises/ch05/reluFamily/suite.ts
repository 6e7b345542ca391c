import { type Draw, suite } from "@termwise/check";

/** The table of the statement: [right side, left side] of the value, and of the derivative. */
const TABLE = {
  relu: [(x: number) => x, () => 0],
  reluDerivative: [() => 1, () => 0],
  leakyRelu: [(x: number) => x, (x: number, a: number) => a * x],
  leakyReluDerivative: [() => 1, (_: number, a: number) => a],
  elu: [(x: number) => x, (x: number, a: number) => a * Math.expm1(x)],
  eluDerivative: [() => 1, (x: number, a: number) => a * Math.exp(x)],
} as const;
type Name = keyof typeof TABLE;
const at = (name: Name, x: number, a: number): number => (Number.isNaN(x) ? NaN : TABLE[name][x > 0 ? 0 : 1](x, a));
const all = (name: Name, xs: readonly number[], a: number): number[] => xs.map((x) => at(name, x, a));

const inputs = (draw: Draw): number[] =>
  draw.list(draw.int(1, 5), () =>
    draw.chance(0.2) ? 0 : draw.chance(0.1) ? draw.pick([-800, 900]) : draw.number(-4, 4),
  );
const slope = (draw: Draw): number => draw.pick([0.01, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 0, -0.5, -2]);

export default suite<typeof import("./stub.ts")>("E05.3", ({ example, fact, property }) => {
  example("the values of the statement", async ({ call }) => {
    await call("relu", [-2, 0, 3]).gives([0, 0, 3]);
    await call("reluDerivative", [-2, 0, 3]).gives([0, 0, 1]);
    await call("leakyRelu", [-2, 0, 3], 0.1).gives([-0.2, 0, 3]);
    await call("leakyRelu", [-2, 0, 3], 2).gives([-4, 0, 3]);
    await call("elu", [-1, 0, 1000], 0.5).gives([-0.31606027941427883, 0, 1000]);
    await call("eluDerivative", [-1, 0, 3], 0.5).gives([0.18393972058572117, 0.5, 1]);
  });

  fact("at the kink the left side counts: slopes 0, α and α", async ({ call }) => {
    await call("reluDerivative", [0, -0]).gives([0, 0]);
    for (const a of [0.1, 1.5, 0, -2]) {
      await call("leakyReluDerivative", [0, -0], a).gives([a, a]);
      await call("eluDerivative", [0, -0], a).gives([a, a]);
    }
  });

  fact("an α above 1 is a steeper left side, a negative one turns it up", async ({ call }) => {
    for (const a of [3, -0.5]) {
      await call("leakyRelu", [-2, -1, 1], a).gives([-2 * a, -a, 1]);
      await call("leakyReluDerivative", [-2, -1, 1], a).gives([a, a, 1]);
      await call("elu", [-2, -1, 1], a).gives(all("elu", [-2, -1, 1], a));
      await call("eluDerivative", [-2, -1, 1], a).gives(all("eluDerivative", [-2, -1, 1], a));
    }
  });

  fact("large inputs overflow nowhere, on either side", async ({ call }) => {
    const xs = [1000, -1000, 1e308, -1e308];
    await call("relu", xs).gives([1000, 0, 1e308, 0]);
    await call("elu", xs, 2).gives([1000, -2, 1e308, -2]);
    await call("eluDerivative", xs, 2).gives([1, 0, 1, 0]);
    await call("leakyReluDerivative", xs, 0.1).gives([1, 0.1, 1, 0.1]);
  });

  fact("ELU keeps its digits just left of 0", async ({ call, holds }) => {
    for (const [x, a] of [
      [-1e-12, 1],
      [-3e-9, 0.5],
      [-2e-15, 2],
    ]) {
      const [got] = (await call("elu", [x], a)) as number[];
      const error = Math.abs(got / (a * x) - 1);
      holds("right digits", error < 1e-8 ? 9 : error < 1e-5 ? 6 : error < 1e-2 ? 3 : 0, 9);
    }
  });

  fact("NaN stays NaN, and the empty list is empty", async ({ call }) => {
    for (const name of ["relu", "reluDerivative"] as const) {
      await call(name, [1, NaN]).gives([1, NaN]);
      await call(name, []).gives([]);
    }
    for (const name of ["leakyRelu", "leakyReluDerivative", "elu", "eluDerivative"] as const)
      await call(name, [1, NaN], 0.5).gives([1, NaN]);
  });

  property("ReLU and its slope", { points: 2, runs: 20 }, async ({ call, draw }) => {
    const xs = inputs(draw);
    await call("relu", xs).gives(all("relu", xs, 0));
    await call("reluDerivative", xs).gives(all("reluDerivative", xs, 0));
  });

  property("leaky ReLU and its slope, for any α", { points: 4 }, async ({ call, draw }) => {
    const [xs, a] = [inputs(draw), slope(draw)];
    await call("leakyRelu", xs, a).gives(all("leakyRelu", xs, a));
    await call("leakyReluDerivative", xs, a).gives(all("leakyReluDerivative", xs, a));
  });

  property("ELU and its slope, for any α", { points: 4 }, async ({ call, draw }) => {
    const [xs, a] = [inputs(draw), slope(draw)];
    await call("elu", xs, a).gives(all("elu", xs, a));
    await call("eluDerivative", xs, a).gives(all("eluDerivative", xs, a));
  });
});
