import { type Draw, suite } from "@termwise/check";

/** By the definition, one step after the other. */
function interval(values: readonly number[], uniforms: readonly (readonly number[])[], level: number): number[] {
  const means = uniforms.map((list) => {
    const picked = list.map((u) => values[Math.floor(u * values.length)]);
    return picked.reduce((a, b) => a + b, 0) / picked.length;
  });
  const sorted = Float64Array.from(means).sort();
  return [(1 - level) / 2, (1 + level) / 2].map((q) => {
    const place = q * (sorted.length - 1);
    const k = Math.min(Math.floor(place), sorted.length - 1);
    const next = sorted[Math.min(k + 1, sorted.length - 1)];
    return sorted[k] * (1 - (place - k)) + next * (place - k);
  });
}

const sample = (draw: Draw, n: number): number[] => {
  const place = draw.pick([-40, 0, 8, 95]);
  return draw.list(n, () => place + draw.int(-40, 40) / 4);
};
const chances = (draw: Draw, R: number, n: number): number[][] => draw.list(R, () => draw.list(n, () => draw.unit()));

export default suite<typeof import("./stub.ts")>("E02.7", ({ example, fact, property }) => {
  const five = [
    [0.1, 0.2],
    [0.3, 0.9],
    [0.6, 0.1],
    [0.7, 0.5],
    [0.8, 0],
  ];
  example("of 0 and 10, five resamples have means from 0 to 10", async ({ call }) => {
    await call("bootstrapCI", [0, 10], five, 0.5).gives([5, 5]);
    await call("bootstrapCI", [0, 10], five, 1).gives([0, 10]);
    await call("bootstrapCI", [0, 10], five, 0.9).gives([1, 9]);
  });

  fact("equal values have one mean, whatever is drawn", async ({ call, draw }) => {
    await call("bootstrapCI", [3, 3, 3], chances(draw, 4, 3), 0.95).gives([3, 3]);
  });

  fact("one resample gives its mean twice", async ({ call }) => {
    await call("bootstrapCI", [1, 2, 6], [[0, 0.5, 0.99]], 0.9).gives([3, 3]);
  });

  fact("means are ordered as numbers, not as words", async ({ call }) => {
    await call(
      "bootstrapCI",
      [-2, 9, 100],
      [
        [0, 0, 0],
        [0.4, 0.4, 0.4],
        [0.9, 0.9, 0.9],
      ],
      1,
    ).gives([-2, 100]);
    await call(
      "bootstrapCI",
      [-2, 9, 100],
      [
        [0.9, 0.9, 0.9],
        [0, 0, 0],
        [0.4, 0.4, 0.4],
      ],
      0,
    ).gives([9, 9]);
  });

  property("the interval is made of quantiles of the resampled means", { points: 4 }, async ({ call, draw }) => {
    const [n, R] = [draw.int(2, 6), draw.int(3, 12)];
    const [values, uniforms] = [sample(draw, n), chances(draw, R, n)];
    const level = draw.pick([0.5, 0.8, 0.9, 0.95]);
    await call("bootstrapCI", values, uniforms, level).gives(interval(values, uniforms, level));
  });

  property(
    "a wider level gives a wider interval around the same middle",
    { points: 1, runs: 15 },
    async ({ call, draw, holds }) => {
      const values = sample(draw, 5);
      const uniforms = chances(draw, 21, 5);
      const [low, high] = await call("bootstrapCI", values, uniforms, 0.5);
      const [lower, higher] = await call("bootstrapCI", values, uniforms, 0.9);
      holds("in order", lower <= low && low <= high && high <= higher, true);
    },
  );

  property(
    "on 30 numbers with 200 resamples it is what the definition gives",
    { points: 2, runs: 3 },
    async ({ call, draw }) => {
      const [values, uniforms] = [sample(draw, 30), chances(draw, 200, 30)];
      await call("bootstrapCI", values, uniforms, 0.95).gives(interval(values, uniforms, 0.95));
    },
  );
});
