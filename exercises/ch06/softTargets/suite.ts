import { type Draw, suite } from "@termwise/check";

type Rows = number[][];
/** By the definitions. */
const smooth = (labels: readonly number[], K: number, by: number): Rows =>
  labels.map((label) => Array.from({ length: K }, (_, k) => by / K + (k === label ? 1 - by : 0)));
const surprise = (z: number): number => (z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z))); // −ln σ(z)
function loss(logits: Rows, targets: Rows, w: readonly number[]): number {
  const each = logits.flatMap((row, i) => row.map((z, k) => (targets[i][k] ? w[k] * surprise(z) : surprise(-z))));
  return each.reduce((a, b) => a + b, 0) / each.length;
}
const softmax = (z: readonly number[]): number[] => {
  const e = z.map((v) => Math.exp(v - Math.max(...z)));
  return e.map((v) => v / e.reduce((a, b) => a + b, 0));
};
function drawn(draw: Draw): { logits: Rows; targets: Rows; weights: number[] } {
  const [B, K] = [draw.int(1, 4), draw.int(1, 5)];
  const chance = draw.pick([0.2, 0.5, 0.8]);
  return {
    logits: draw.list(B, () => draw.list(K, () => draw.normal() * 3)),
    targets: draw.list(B, () => draw.list(K, () => (draw.chance(chance) ? 1 : 0))),
    weights: draw.list(K, () => draw.pick([0.25, 0.5, 1, 2, 3.5])),
  };
}

export default suite<typeof import("./stub.ts")>("E06.6", ({ example, fact, property }) => {
  example("a doubtful label of four classes, and two rows of two questions", async ({ call }) => {
    await call("kindOfTarget", [0, 1, 0]).gives("hard");
    await call("kindOfTarget", [0, 0, 0]).gives("multi-label");
    await call("smoothed", [1], 4, 0.2).gives([[0.05, 0.85, 0.05, 0.05]]);
    await call("smoothedGap", 4, 0.2).gives(Math.log(17));
    const [z, t] = [
      [
        [0, 0],
        [0, 0],
      ],
      [
        [1, 1],
        [0, 0],
      ],
    ];
    await call("multiLabelLoss", z, t, [3, 1]).gives(1.5 * Math.LN2);
  });

  fact(
    "one class for certain is no soft label, a distribution with doubt is, however small the doubt",
    async ({ call }) => {
      await call("kindOfTarget", [1, 0]).gives("hard");
      await call("kindOfTarget", [0, 0, 0, 1]).gives("hard");
      await call("kindOfTarget", [1]).gives("hard");
      await call("kindOfTarget", [0.5, 0.5]).gives("soft");
      await call("kindOfTarget", [0, 0.7, 0.3]).gives("soft");
      await call("kindOfTarget", [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]).gives("soft");
      await call("kindOfTarget", [0.999999, 0.000001]).gives("soft");
      await call("kindOfTarget", [0.9999999, 0.0000001]).gives("soft");
      await call("kindOfTarget", [0, 1 - 1e-12, 1e-12]).gives("soft");
    },
  );

  fact("several labels, or none, are a set", async ({ call }) => {
    await call("kindOfTarget", [1, 1]).gives("multi-label");
    await call("kindOfTarget", [1, 0, 1, 0]).gives("multi-label");
    await call("kindOfTarget", [0]).gives("multi-label");
  });

  fact("what is neither a distribution nor a set is an error", async ({ call }) => {
    await call("kindOfTarget", [0.5, 0.25]).throws(/./);
    await call("kindOfTarget", [1.5, -0.5]).throws(/./);
    await call("kindOfTarget", [2, 0]).throws(/./);
    await call("kindOfTarget", [0.9, 0.9]).throws(/./);
    await call("kindOfTarget", [NaN, 1]).throws(/./);
    await call("kindOfTarget", [1, 0.9999999]).throws(/./);
    await call("kindOfTarget", [0.0000001, 0]).throws(/./);
  });

  fact("no doubt leaves one-hot rows, full doubt makes all classes equal", async ({ call }) => {
    await call("smoothed", [2, 0], 3, 0).gives([
      [0, 0, 1],
      [1, 0, 0],
    ]);
    await call("smoothed", [1], 4, 1).gives([[0.25, 0.25, 0.25, 0.25]]);
    await call("smoothed", [0], 1, 0.3).gives([[1]]);
    await call("smoothed", [], 3, 0.1).gives([]);
    await call("smoothedGap", 5, 0).gives(Infinity);
  });

  fact("a class that is not there and a share that is none are errors", async ({ call }) => {
    await call("smoothed", [0, 3], 3, 0.1).throws(/3/);
    await call("smoothed", [-1], 3, 0.1).throws(/-1/);
    await call("smoothed", [0.5], 3, 0.1).throws(/0\.5/);
    await call("smoothed", [0], 3, -0.25).throws(/-0\.25/);
    await call("smoothed", [0], 3, 1.25).throws(/1\.25/);
    await call("smoothed", [0], 3, NaN).throws(/NaN/);
  });

  fact("scores of ±1000 cost 1000 where they are wrong and nothing where they are right", async ({ call }) => {
    await call("multiLabelLoss", [[1000, -1000]], [[0, 1]], [1, 1]).gives(1000);
    await call("multiLabelLoss", [[1000, -1000]], [[1, 0]], [1, 1]).gives(0);
    await call("multiLabelLoss", [[-1000, 0]], [[1, 0]], [2.5, 7]).gives((2500 + Math.LN2) / 2);
    await call("multiLabelLoss", [[-40]], [[1]], [1]).gives(40);
  });

  fact("a row without a label costs what its false alarms cost", async ({ call }) => {
    const ln3 = Math.log(3);
    await call("multiLabelLoss", [[ln3, ln3]], [[0, 0]], [5, 5]).gives(Math.log(4));
    await call("multiLabelLoss", [[ln3], [ln3]], [[1], [0]], [1]).gives((Math.log(4 / 3) + Math.log(4)) / 2);
  });

  property("smoothed rows are as defined and sum to 1", { runs: 30 }, async ({ call, draw, holds }) => {
    const K = draw.int(2, 6);
    const labels = draw.list(draw.int(1, 4), () => draw.int(0, K - 1));
    const by = draw.pick([0.05, 0.1, 0.3, 0.5, 0.9]);
    const rows: Rows = await call("smoothed", labels, K, by);
    holds("rows", rows, smooth(labels, K, by));
    holds(
      "sums",
      rows.map((row) => row.reduce((a, b) => a + b, 0)),
      rows.map(() => 1),
    );
  });

  property(
    "logits with the gap have the smoothed target as their softmax",
    { runs: 20 },
    async ({ call, draw, holds }) => {
      const K = draw.int(2, 7);
      const by = draw.number(0.01, 0.95);
      const gap = await call("smoothedGap", K, by);
      holds("softmax", softmax(Array.from({ length: K }, (_, k) => (k === 0 ? gap : 0))), smooth([0], K, by)[0]);
    },
  );

  property("the loss of sets of labels is as defined", { points: 3 }, async ({ call, draw }) => {
    const { logits, targets, weights } = drawn(draw);
    await call("multiLabelLoss", logits, targets, weights).gives(loss(logits, targets, weights));
  });
});
