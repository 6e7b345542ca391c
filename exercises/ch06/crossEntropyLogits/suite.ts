import { type Draw, differences, suite, tensor } from "@termwise/check";

type Rows = number[][];

/** ln p of one row by the definition, with the largest score taken out. */
function logP(z: readonly number[]): number[] {
  const top = Math.max(...z);
  const sum = z.reduce((s, v) => s + Math.exp(v - top), 0);
  return z.map((v) => v - top - Math.log(sum));
}
function loss(logits: Rows, soft: Rows): number {
  const rows = logits.map((z, i) => logP(z).reduce((s, l, k) => s - soft[i][k] * l, 0));
  return rows.reduce((a, b) => a + b, 0) / rows.length;
}
const oneHot = (classes: readonly number[], K: number): Rows =>
  classes.map((c) => Array.from({ length: K }, (_, k) => (k === c ? 1 : 0)));
/** Central differences of the definition, one score at a time. */
function slopes(logits: Rows, soft: Rows): Rows {
  const K = logits[0].length;
  const rows = (flat: ArrayLike<number>): Rows =>
    logits.map((_, i) => Array.from({ length: K }, (_, k) => flat[i * K + k]));
  const { data } = differences((x) => loss(rows(x.data), soft), {
    ...tensor(logits),
    data: Float64Array.from(logits.flat()),
  });
  return rows(data);
}

function drawn(draw: Draw): { logits: Rows; classes: number[]; soft: Rows } {
  const [B, K] = [draw.int(1, 4), draw.int(2, 5)];
  const logits = draw.list(B, () => draw.list(K, () => draw.normal() * 2));
  const classes = draw.list(B, () => draw.int(0, K - 1));
  const soft = draw.list(B, () => {
    const parts = draw.list(K, () => (draw.chance(0.2) ? 0 : draw.int(1, 8)));
    parts[draw.int(0, K - 1)] += 1;
    const sum = parts.reduce((a, b) => a + b, 0);
    return parts.map((v) => v / sum);
  });
  return { logits, classes, soft };
}

export default suite<typeof import("./stub.ts")>("E06.2", ({ example, fact, property }) => {
  const ln3 = Math.log(3);
  const small = [
    [0, ln3],
    [0, 0],
  ];
  example("two rows of two scores, with class numbers and with a soft target", async ({ call }) => {
    await call("crossEntropyLogits", small, [1, 0]).gives((Math.log(4 / 3) + Math.log(2)) / 2);
    await call("crossEntropyGradient", small, [1, 0]).gives([
      [0.125, -0.125],
      [-0.25, 0.25],
    ]);
    await call("crossEntropyLogits", [[0, ln3]], [[0.5, 0.5]]).gives((Math.log(4) + Math.log(4 / 3)) / 2);
  });

  fact("a surprise of 2000 is 2000, and no surprise is 0", async ({ call }) => {
    await call("crossEntropyLogits", [[1000, -1000]], [1]).gives(2000);
    await call("crossEntropyLogits", [[1000, -1000, 0]], [0]).gives(0);
    await call("crossEntropyLogits", [[1000, -1000]], [[0.25, 0.75]]).gives(1500);
    await call("crossEntropyLogits", [[-40, 0]], [0]).gives(40);
  });

  fact("large scores in one row leave the other rows as they are", async ({ call }) => {
    const z = [
      [1000, 999],
      [-1000, -1001],
    ];
    const [p, q] = [0.7310585786, 0.2689414214];
    await call("crossEntropyLogits", z, [0, 1]).gives((-Math.log(p) - Math.log(q)) / 2);
    await call("crossEntropyGradient", z, [0, 1]).gives([
      [(p - 1) / 2, q / 2],
      [p / 2, (q - 1) / 2],
    ]);
    await call("crossEntropyGradient", [[1000, -1000]], [1]).gives([[1, -1]]);
  });

  fact("somebody without an idea loses ln K, whatever the classes", async ({ call }) => {
    await call("crossEntropyLogits", [[7, 7, 7, 7]], [2]).gives(Math.log(4));
    await call("crossEntropyLogits", [[-3, -3, -3, -3, -3]], [[0.1, 0.2, 0.3, 0.4, 0]]).gives(Math.log(5));
    await call("crossEntropyLogits", [[4], [-5]], [0, 0]).gives(0);
  });

  fact("rows and targets of different number are an error, and so is no row", async ({ call }) => {
    await call("crossEntropyLogits", small, [1]).throws(/2.*1|1.*2/);
    await call("crossEntropyLogits", [[1, 2]], [0, 1, 1]).throws(/1.*3|3.*1/);
    await call("crossEntropyLogits", [], []).throws(/0/);
    await call("crossEntropyGradient", small, [[0.5, 0.5]]).throws(/2.*1|1.*2/);
    await call("crossEntropyGradient", [], []).throws(/0/);
  });

  fact("a class that is not there, or a soft target of another length, is an error", async ({ call }) => {
    await call("crossEntropyLogits", [[1, 2, 3]], [3]).throws(/3/);
    await call("crossEntropyLogits", [[1, 2, 3]], [-1]).throws(/-1/);
    await call("crossEntropyGradient", [[1, 2, 3]], [0.5]).throws(/0\.5/);
    await call("crossEntropyLogits", [[1, 2, 3]], [[0.5, 0.5]]).throws(/2.*3|3.*2/);
    await call("crossEntropyGradient", [[1, 2]], [[0.5, 0.5, 0]]).throws(/2.*3|3.*2/);
  });

  property("the loss with class numbers is as defined", { runs: 30 }, async ({ call, draw }) => {
    const { logits, classes } = drawn(draw);
    await call("crossEntropyLogits", logits, classes).gives(loss(logits, oneHot(classes, logits[0].length)));
  });

  property("the loss with soft targets is as defined", { runs: 30 }, async ({ call, draw }) => {
    const { logits, soft } = drawn(draw);
    await call("crossEntropyLogits", logits, soft).gives(loss(logits, soft));
  });

  property("the gradient equals central differences of the loss", { points: 3, runs: 25 }, async ({ call, draw }) => {
    const { logits, classes, soft } = drawn(draw);
    const hard = oneHot(classes, logits[0].length);
    await call("crossEntropyGradient", logits, classes).gives(slopes(logits, hard));
    await call("crossEntropyGradient", logits, soft).gives(slopes(logits, soft));
  });
});
