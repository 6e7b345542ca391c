import { type Draw, differences, suite, tensor } from "@termwise/check";

type Rows = number[][];
/** By the definitions, entry by entry. */
const binary = (s: ArrayLike<number>, y: readonly number[]): number =>
  y.reduce((sum, label, i) => sum + (label * s[i] < 1 ? 1 - label * s[i] : 0), 0) / y.length;
function multi(rows: Rows, labels: readonly number[]): number {
  let sum = 0;
  for (const [i, row] of rows.entries()) {
    for (const [j, s] of row.entries()) if (j !== labels[i] && 1 + s > row[labels[i]]) sum += 1 + s - row[labels[i]];
  }
  return sum / rows.length;
}
const slopes = (f: (x: ArrayLike<number>) => number, x: readonly number[]): number[] => [
  ...differences((v) => f(v.data), { ...tensor(x), data: Float64Array.from(x) }).data,
];
function pairs(draw: Draw): { s: number[]; y: number[] } {
  const n = draw.int(1, 7);
  return { s: draw.list(n, () => draw.normal() * 1.5), y: draw.list(n, () => draw.pick([-1, 1])) };
}
function batch(draw: Draw): { rows: Rows; labels: number[]; K: number } {
  const [B, K] = [draw.int(1, 4), draw.int(1, 5)];
  return {
    rows: draw.list(B, () => draw.list(K, () => draw.normal() * 1.5)),
    labels: draw.list(B, () => draw.int(0, K - 1)),
    K,
  };
}

export default suite<typeof import("./stub.ts")>("E06.5", ({ example, fact, property }) => {
  const three = [2, 0.5, -1];
  const four = [[3, 2.5, 0, 2.75]];
  example("three examples of the same class, and one row with two rivals too close", async ({ call }) => {
    await call("hingeBinary", three, [1, 1, 1]).gives(2.5 / 3);
    await call("hingeBinaryGradient", three, [1, 1, 1]).gives([0, -1 / 3, -1 / 3]);
    await call("hingeMulti", four, [0]).gives(1.25);
    await call("hingeMultiGradient", four, [0]).gives([[-2, 1, 0, 1]]);
  });

  fact("right by less than the margin still costs, right by more costs nothing", async ({ call }) => {
    await call("hingeBinary", [0.25], [1]).gives(0.75);
    await call("hingeBinary", [-0.25], [-1]).gives(0.75);
    await call("hingeBinary", [1000, -1000], [1, -1]).gives(0);
    await call("hingeBinary", [1000], [-1]).gives(1001);
    await call("hingeBinary", [0], [1]).gives(1);
    await call("hingeMulti", [[5, 0, 0]], [0]).gives(0);
    await call("hingeMulti", [[0, 5, 0]], [0]).gives(7);
  });

  fact("at the kink the slope is 0", async ({ call }) => {
    await call("hingeBinaryGradient", [1, -1, 1], [1, -1, -1]).gives([0, 0, 1 / 3]);
    await call("hingeMultiGradient", [[2, 1, 1.5]], [0]).gives([[-1, 0, 1]]);
    await call("hingeMultiGradient", [[1, 1, 0]], [1]).gives([[1, -1, 0]]);
  });

  fact("without rivals there is no loss", async ({ call }) => {
    await call("hingeMulti", [[7], [-2]], [0, 0]).gives(0);
    await call("hingeMultiGradient", [[7], [-2]], [0, 0]).gives([[0], [0]]);
  });

  fact("every rival within the margin pulls at the right class", async ({ call }) => {
    await call("hingeMultiGradient", [[0, 0, 0, 0]], [2]).gives([[1, 1, -3, 1]]);
    await call(
      "hingeMultiGradient",
      [
        [0, 9, 9],
        [9, 0, 0],
      ],
      [0, 0],
    ).gives([
      [-1, 0.5, 0.5],
      [0, 0, 0],
    ]);
    await call("hingeMulti", [[0, 0, 0, 0]], [2]).gives(3);
  });

  fact("two classes are called −1 and 1", async ({ call }) => {
    await call("hingeBinary", three, [0, 1, 1]).throws(/\b0\b/);
    await call("hingeBinaryGradient", three, [1, 0, 1]).throws(/\b0\b/);
    await call("hingeBinary", three, [1, 1, 2]).throws(/2/);
    await call("hingeBinaryGradient", [1], [NaN]).throws(/NaN/);
  });

  fact("many classes are counted from 0", async ({ call }) => {
    await call("hingeMulti", four, [4]).throws(/4/);
    await call("hingeMultiGradient", four, [-1]).throws(/-1/);
    await call("hingeMulti", [[1, 2]], [0.5]).throws(/0\.5/);
    await call(
      "hingeMultiGradient",
      [
        [1, 2],
        [3, 4],
      ],
      [0, 2],
    ).throws(/2/);
  });

  fact("as many labels as scores, and at least one", async ({ call }) => {
    await call("hingeBinary", three, [1, -1]).throws(/3.*2|2.*3/);
    await call("hingeBinaryGradient", [1], [1, -1]).throws(/1.*2|2.*1/);
    await call("hingeBinary", [], []).throws(/0.*0/);
    await call("hingeMulti", four, [0, 1, 2]).throws(/1.*3|3.*1/);
    await call("hingeMultiGradient", [[1], [2], [3]], [0, 0]).throws(/3.*2|2.*3/);
    await call("hingeMulti", [], []).throws(/0.*0/);
  });

  property("the loss of two classes is as defined", { points: 1, runs: 30 }, async ({ call, draw }) => {
    const { s, y } = pairs(draw);
    await call("hingeBinary", s, y).gives(binary(s, y));
  });

  property("the slopes of two classes equal central differences", { runs: 30 }, async ({ call, draw }) => {
    const { s, y } = pairs(draw);
    await call("hingeBinaryGradient", s, y).gives(slopes((x) => binary(x, y), s));
  });

  property("the loss of many classes is as defined", { runs: 30 }, async ({ call, draw }) => {
    const { rows, labels } = batch(draw);
    await call("hingeMulti", rows, labels).gives(multi(rows, labels));
  });

  property("the slopes of many classes equal central differences", { runs: 30 }, async ({ call, draw }) => {
    const { rows, labels, K } = batch(draw);
    const shaped = (x: ArrayLike<number>): Rows =>
      rows.map((_, i) => Array.from({ length: K }, (_, k) => x[i * K + k]));
    await call("hingeMultiGradient", rows, labels).gives(shaped(slopes((x) => multi(shaped(x), labels), rows.flat())));
  });
});
