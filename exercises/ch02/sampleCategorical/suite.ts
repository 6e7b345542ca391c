import { type Draw, suite } from "@termwise/check";

/** Probabilities in 64ths: sums of them are exact. Some are 0. */
function probabilities(draw: Draw): number[] {
  const K = draw.int(2, 6);
  const parts = new Array<number>(K).fill(0);
  for (let n = 0; n < 64; n++) parts[draw.chance(0.4) ? draw.int(0, K - 1) : n % Math.max(1, K - 2)]++;
  return parts.map((n) => n / 64).sort(() => draw.unit() - 0.5);
}

/** The index by definition: how many right ends lie at or below u, among the pieces that are not empty. */
function drawn(p: readonly number[], u: number): number {
  return p.findIndex((x, k) => x > 0 && u < p.slice(0, k + 1).reduce((s, y) => s + y, 0));
}

export default suite<typeof import("./stub.ts")>("E02.5", ({ example, fact, property }) => {
  example("pieces of 0.2, 0.5 and 0.3 hold 0.1, 0.2 and 0.9", async ({ call }) => {
    await call("sampleCategorical", [0.2, 0.5, 0.3], 0.1).gives(0);
    await call("sampleCategorical", [0.2, 0.5, 0.3], 0.2).gives(1);
    await call("sampleCategorical", [0.2, 0.5, 0.3], 0.9).gives(2);
  });

  fact("a boundary belongs to the piece on its right", async ({ call }) => {
    await call("sampleCategorical", [0.25, 0.25, 0.5], 0.25).gives(1);
    await call("sampleCategorical", [0.25, 0.25, 0.5], 0.5).gives(2);
    await call("sampleCategorical", [0.25, 0.75], 0).gives(0);
  });

  fact("a category of probability 0 is never drawn, wherever it stands", async ({ call }) => {
    await call("sampleCategorical", [0, 1], 0).gives(1);
    await call("sampleCategorical", [0.5, 0, 0.5], 0.5).gives(2);
    await call("sampleCategorical", [0, 0, 0.25, 0.75, 0], 0).gives(2);
    await call("sampleCategorical", [1], 0.999).gives(0);
  });

  fact("where rounding leaves a gap below 1, the last category that can be drawn is drawn", async ({ call }) => {
    const tenths = new Array<number>(10).fill(0.1);
    const u = 1 - 2 ** -53;
    await call("sampleCategorical", tenths, u).gives(9);
    await call("sampleCategorical", [...tenths, 0, 0], u).gives(9);
    await call("sampleCategorical", [0.3, 0.6999999, 0], 0.99999995).gives(1);
    await call("sampleCategorical", [0.9999999, 0], 0.99999995).gives(0);
  });

  fact("probabilities that do not sum to 1 are an error that mentions their sum", async ({ call }) => {
    await call("sampleCategorical", [0.5, 1], 0.1).throws(/1\.5/);
    await call("sampleCategorical", [0.25, 0.25], 0.1).throws(/0\.5/);
    await call("sampleCategorical", [2, 2], 0.9).throws(/4/);
    await call("sampleCategorical", [0.5, 1], 0.4).throws(/1\.5/);
    await call("sampleCategorical", [], 0.5).throws(/sum/);
  });

  fact("a negative probability or NaN is an error, even where the sum is 1", async ({ call }) => {
    await call("sampleCategorical", [0.5, -0.25, 0.75], 0.9).throws(/sum/);
    await call("sampleCategorical", [0.5, NaN], 0.1).throws(/sum/);
  });

  property("u lies in the piece that is returned", { points: 3 }, async ({ call, draw }) => {
    const [p, u] = [probabilities(draw), draw.chance(0.4) ? draw.int(0, 63) / 64 : draw.unit()];
    await call("sampleCategorical", p, u).gives(drawn(p, u));
    await call("sampleCategorical", p, u).gives(drawn(p, u));
  });

  property(
    "over evenly spaced u every category comes as often as its probability says",
    { points: 2, runs: 6 },
    async ({ call, draw, given, holds }) => {
      const p = probabilities(draw);
      const counts = p.map(() => 0);
      for (let n = 0; n < 64; n++) counts[await call("sampleCategorical", p, (n + 0.5) / 64)]++;
      given("p", p);
      holds(
        "shares",
        counts.map((n) => n / 64),
        p,
      );
    },
  );
});
