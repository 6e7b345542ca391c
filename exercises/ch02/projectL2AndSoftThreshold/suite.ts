import { type Draw, suite } from "@termwise/check";

const length = (x: readonly number[]): number => Math.sqrt(x.reduce((s, v) => s + v * v, 0));
const vector = (draw: Draw, size = draw.int(1, 5)): number[] =>
  draw.list(size, () => (draw.chance(0.15) ? 0 : draw.normal() * 2));

/** By their definitions. */
function projected(x: readonly number[], radius: number): number[] {
  const scale = Math.min(1, radius / (length(x) || 1));
  return x.map((v) => v * scale);
}
const thresholded = (x: readonly number[], t: number): number[] => x.map((v) => (v > t ? v - t : v < -t ? v + t : 0));

export default suite<typeof import("./stub.ts")>("E02.6", ({ example, fact, property }) => {
  example(
    "[3, 4] comes to [0.6, 0.8] on the unit ball; a threshold of 1 makes [3, -0.5, -2] [2, 0, -1]",
    async ({ call }) => {
      await call("projectL2", [3, 4], 1).gives([0.6, 0.8]);
      await call("projectL2", [0.3, 0.4], 1).gives([0.3, 0.4]);
      await call("softThreshold", [3, -0.5, -2], 1).gives([2, 0, -1]);
    },
  );

  fact("a point on the sphere stays, and so does the origin", async ({ call }) => {
    await call("projectL2", [3, 4], 5).gives([3, 4]);
    await call("projectL2", [0, 0], 1).gives([0, 0]);
    await call("projectL2", [], 1).gives([]);
  });

  fact("a ball of radius 0 has one point", async ({ call }) => {
    await call("projectL2", [3, -4], 0).gives([0, 0]);
    await call("projectL2", [0, 0], 0).gives([0, 0]);
  });

  fact("entries at the threshold or below it are exactly 0, whatever their sign", async ({ call, holds }) => {
    const z: number[] = await call("softThreshold", [1, -1, 0.25, -0.25, 0], 1);
    holds("entries", z.map(Math.abs), [0, 0, 0, 0, 0], { tol: 0 });
    await call("softThreshold", [], 1).gives([]);
  });

  fact("a threshold of 0 changes nothing", async ({ call }) => {
    await call("softThreshold", [2, -3, 0], 0).gives([2, -3, 0]);
  });

  property("the nearest point of the ball is returned", { points: 3 }, async ({ call, draw }) => {
    const x = vector(draw);
    const radius = draw.pick([0.5, 1, 2.5, 6]);
    await call("projectL2", x, radius).gives(projected(x, radius));
  });

  property("each entry moves towards 0 by t and keeps its sign", { points: 3 }, async ({ call, draw }) => {
    const x = vector(draw);
    const t = draw.pick([0.3, 1, 2.5]);
    await call("softThreshold", x, t).gives(thresholded(x, t));
  });

  property("neither moves two points further apart", { points: 1, runs: 30 }, async ({ call, draw, given, holds }) => {
    const x = vector(draw, 3);
    const y = draw.chance(0.5) ? vector(draw, 3) : x.map((v) => -v);
    given("x and y", [x, y]);
    const apart = (a: number[], b: number[]): number => length(a.map((v, i) => v - b[i]));
    const [p, q] = [await call("projectL2", x, 1), await call("projectL2", y, 1)];
    holds("projections no further apart", apart(p, q) <= apart(x, y) + 1e-9, true);
    const [s, t] = [await call("softThreshold", x, 1), await call("softThreshold", y, 1)];
    holds("thresholded no further apart", apart(s, t) <= apart(x, y) + 1e-9, true);
  });
});
