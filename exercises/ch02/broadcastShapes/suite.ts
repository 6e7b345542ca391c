import { type Draw, suite } from "@termwise/check";

/** Two shapes that fit, and what they give: a result with axes set to 1 or, at the front, left out. */
function fitting(draw: Draw): { a: number[]; b: number[]; both: number[] } {
  const both = draw.shape({
    rank: [1, 4],
    size: draw.pick([
      [2, 5],
      [0, 5],
    ]),
  });
  const stretched = (): number[] => both.map((size) => (draw.chance(0.4) ? 1 : size));
  const short = stretched().slice(draw.int(0, both.length));
  const long = both.map((size, i) => (draw.chance(0.3) && (short.at(i - both.length) ?? 1) === size ? 1 : size));
  return draw.chance(0.5) ? { a: short, b: long, both } : { a: long, b: short, both };
}

export default suite<typeof import("./stub.ts")>("E02.1", ({ example, fact, property }) => {
  example("[8, 1, 6] and [7, 1] give [8, 7, 6]", async ({ call }) => {
    await call("broadcastShapes", [8, 1, 6], [7, 1]).gives([8, 7, 6]);
  });

  fact("equal shapes stay as they are", async ({ call }) => {
    await call("broadcastShapes", [2, 3], [2, 3]).gives([2, 3]);
  });

  fact("a scalar fits everything", async ({ call }) => {
    await call("broadcastShapes", [], []).gives([]);
    await call("broadcastShapes", [3, 1, 2], []).gives([3, 1, 2]);
    await call("broadcastShapes", [], [5]).gives([5]);
  });

  fact("an axis of size 0 stretched against 1 stays 0", async ({ call }) => {
    await call("broadcastShapes", [0], [1]).gives([0]);
    await call("broadcastShapes", [1, 3], [0, 1]).gives([0, 3]);
  });

  property("shapes that fit give the common shape, in either order", { points: 3 }, async ({ call, draw }) => {
    const { a, b, both } = fitting(draw);
    await call("broadcastShapes", a, b).gives(both);
    await call("broadcastShapes", b, a).gives(both);
  });

  property(
    "two different sizes above 1 on one axis are an error that names both shapes",
    { points: 3 },
    async ({ call, draw }) => {
      const a = draw.shape({ rank: [1, 4], size: [2, 5] });
      const b = draw.list(a.length, (i) => (draw.chance(0.3) ? 1 : a[i]));
      const clash = draw.int(0, a.length - 1);
      b[clash] = draw.pick([7, 2 * a[clash], 0]);
      const short = b.slice(draw.int(0, clash));
      const quoted = (shape: number[]): string => `\\[${shape.join(", ?")}\\]`;
      await call("broadcastShapes", a, short).throws(new RegExp(`${quoted(a)}.*${quoted(short)}`));
      await call("broadcastShapes", short, a).throws(new RegExp(`${quoted(short)}.*${quoted(a)}`));
    },
  );
});
