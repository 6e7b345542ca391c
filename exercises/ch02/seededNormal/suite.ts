import { type Draw, suite } from "@termwise/check";

/** The generator in whole numbers of any length. */
function states(seed: number, n: number): number[] {
  let state = BigInt(seed);
  return Array.from({ length: n }, () => {
    state = (747796405n * state + 2891336453n) % 2n ** 32n;
    return Number(state) / 2 ** 32;
  });
}

/** Box–Muller by its definition, pair by pair. */
function normals(seed: number, n: number): number[] {
  const u = states(seed, n + 1);
  const all: number[] = [];
  for (let k = 0; k < n; k += 2) {
    const [r, angle] = [Math.sqrt(-2 * Math.log(1 - u[k])), 2 * Math.PI * u[k + 1]];
    all.push(r * Math.cos(angle), r * Math.sin(angle));
  }
  return all.slice(0, n);
}
const aSeed = (draw: Draw): number => Math.floor(draw.unit() * 2 ** 32);
/** After this seed the first state is exactly 0. */
const ZERO_NEXT = 449710063;

export default suite<typeof import("./stub.ts")>("E02.4", ({ example, fact, property }) => {
  example(
    "seed 1 begins with 0.8473 and 0.2559, which make the normal numbers −0.0714 and 1.9374",
    async ({ call }) => {
      await call("uniforms", 1, 2).gives([0.8473016456700861, 0.2558659629430622]);
      await call("seededNormal", 1, 2).gives([-0.071438586, 1.93738954], { tol: 1e-6 });
    },
  );

  fact("none asked for, none given", async ({ call }) => {
    await call("uniforms", 5, 0).gives([]);
    await call("seededNormal", 5, 0).gives([]);
  });

  fact("a uniform number that is exactly 0 makes a finite normal number", async ({ call }) => {
    await call("uniforms", ZERO_NEXT, 1).gives([0]);
    await call("seededNormal", ZERO_NEXT, 4).gives(normals(ZERO_NEXT, 4));
  });

  fact("the largest seed is a seed like any other", async ({ call }) => {
    await call("uniforms", 2 ** 32 - 1, 3).gives(states(2 ** 32 - 1, 3), { tol: 0 });
    await call("uniforms", 0, 3).gives(states(0, 3), { tol: 0 });
  });

  property("the generator follows its rule to the last bit", { points: 3, runs: 20 }, async ({ call, draw, holds }) => {
    const [seed, n] = [aSeed(draw), draw.int(1, 6)];
    const got = call("uniforms", seed, n);
    holds(
      "whole multiples of 2⁻³²",
      [...(await got)].every((u) => Number.isInteger(u * 2 ** 32)),
      true,
    );
    await got.gives(states(seed, n), { tol: 0 });
    await call("uniforms", seed, n).gives(states(seed, n), { tol: 0 });
  });

  property("each pair of uniform numbers makes two normal ones", { points: 3, runs: 20 }, async ({ call, draw }) => {
    const [seed, n] = [aSeed(draw), draw.int(1, 7)];
    await call("seededNormal", seed, n).gives(normals(seed, n));
    await call("seededNormal", seed, n).gives(normals(seed, n));
  });

  property(
    "of 2,000 numbers mean, variance and the share within one standard deviation are those of the normal distribution",
    { points: 2, runs: 3 },
    async ({ call, draw, holds }) => {
      const z: number[] = await call("seededNormal", aSeed(draw), 2000);
      const mean = z.reduce((s, x) => s + x, 0) / z.length;
      const variance = z.reduce((s, x) => s + (x - mean) ** 2, 0) / z.length;
      const inside = z.filter((x) => Math.abs(x) < 1).length / z.length;
      holds("mean near 0", Math.abs(mean) < 0.12, true);
      holds("variance near 1", Math.abs(variance - 1) < 0.18, true);
      holds("share within one deviation near 0.683", Math.abs(inside - 0.6827) < 0.06, true);
    },
  );
});
