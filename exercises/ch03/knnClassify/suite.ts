import { type Draw, suite } from "@termwise/check";

type Rows = number[][];

/** By the definition, with the ranks of all rows written out. */
function classify(rows: Rows, labels: readonly number[], query: readonly number[], k: number): number {
  const far = rows.map((row, i) => ({ i, d: Math.hypot(...row.map((x, c) => x - query[c])) }));
  const near = far.sort((a, b) => (Math.abs(a.d - b.d) < 1e-12 ? a.i - b.i : a.d - b.d)).slice(0, k);
  const votes = near.map(({ i }) => near.filter((other) => labels[other.i] === labels[i]).length);
  return labels[near[votes.indexOf(Math.max(...votes))].i];
}
function leftOut(rows: Rows, labels: readonly number[], k: number): number {
  const without = <T>(list: readonly T[], i: number): T[] => list.toSpliced(i, 1);
  return (
    rows.filter((row, i) => classify(without(rows, i), without(labels, i), row, k) === labels[i]).length / rows.length
  );
}

/** Points on a coarse grid, so that distances tie; labels that are no indices. */
function drawn(draw: Draw, n: number): { rows: Rows; labels: number[]; query: number[] } {
  const C = draw.int(1, 3);
  const point = (): number[] => draw.list(C, () => draw.int(0, 12));
  const names = draw.pick([
    [3, 8],
    [-1, 1],
    [0, 1, 2],
    [40, 5, 300],
  ]);
  return { rows: draw.list(n, point), labels: draw.list(n, () => draw.pick(names)), query: point() };
}

export default suite<typeof import("./stub.ts")>("E03.4", ({ example, fact, property }) => {
  const rows = [[0], [1], [10], [11], [2]];
  const labels = [3, 3, 8, 8, 8];
  example("five points on a line, one of them among the others' class", async ({ call }) => {
    await call("knnClassify", rows, labels, [0.4], 1).gives(3);
    await call("knnClassify", rows, labels, [9], 3).gives(8);
    await call("knnClassify", rows, labels, [1.4], 2).gives(3);
    await call("leaveOneOut", rows, labels, 1).gives(0.8);
  });

  fact("with k = 1 every row of different places gets its own label", async ({ call }) => {
    for (const [i, row] of rows.entries()) await call("knnClassify", rows, labels, row, 1).gives(labels[i]);
  });

  fact("of two rows at the same distance the earlier one is nearer", async ({ call }) => {
    await call("knnClassify", [[2], [0]], [7, 4], [1], 1).gives(7);
    await call("knnClassify", [[0], [2]], [4, 7], [1], 1).gives(4);
  });

  fact("tied votes go to the class with the nearest neighbour", async ({ call }) => {
    await call("knnClassify", [[3], [4], [-1], [-6]], [1, 1, 2, 2], [0], 4).gives(2);
    await call("knnClassify", [[5], [1], [2], [6]], [9, 4, 6, 9], [0], 3).gives(4);
    await call("knnClassify", [[1], [9], [3], [-3]], [2, 2, 5, 5], [0], 4).gives(2);
    await call("knnClassify", [[6], [2], [-7], [4]], [5, 5, 3, 3], [0], 4).gives(5);
    await call("knnClassify", [[1], [2], [3], [4], [5]], [7, 4, 9, 9, 4], [0], 5).gives(4);
    await call("knnClassify", [[-5], [3], [-1], [2], [4]], [6, 1, 8, 6, 1], [0], 5).gives(6);
  });

  fact("distances are compared as numbers", async ({ call }) => {
    await call("knnClassify", [[9], [10]], [1, 2], [19.5], 1).gives(2);
    await call("knnClassify", [[0], [98]], [1, 2], [100], 1).gives(2);
    await call("knnClassify", [[-10], [3], [30]], [1, 2, 3], [0], 1).gives(2);
  });

  fact("a k that cannot be is an error that mentions it and the number of rows", async ({ call }) => {
    await call("knnClassify", rows, labels, [0], 6).throws(/6.*5|5.*6/);
    await call("knnClassify", rows, labels, [0], 0).throws(/0.*5|5.*0/);
  });

  property("the majority of the nearest decides", { points: 4, runs: 60 }, async ({ call, draw }) => {
    const { rows, labels, query } = drawn(draw, draw.int(1, 9));
    const k = draw.int(1, Math.min(rows.length, 6));
    await call("knnClassify", rows, labels, query, k).gives(classify(rows, labels, query, k));
  });

  property("no row votes for itself when it is left out", { points: 3, runs: 30 }, async ({ call, draw }) => {
    const { rows, labels } = drawn(draw, draw.int(4, 9));
    const k = draw.int(1, 3);
    await call("leaveOneOut", rows, labels, k).gives(leftOut(rows, labels, k));
  });
});
