import { type Draw, differences, suite, tensor } from "@termwise/check";

type Rows = number[][];
interface Options {
  q: number;
  least: number;
}
/** By the definition: the loss of one probability, and of a batch. */
const power = (logP: number, q: number): number => (q === 0 ? -logP : -Math.expm1(q * logP) / q);
function loss(logits: Rows, labels: readonly number[], { q, least }: Options): number {
  const rows = logits.map((z, i) => {
    const top = Math.max(...z);
    const logP = z[labels[i]] - top - Math.log(z.reduce((s, v) => s + Math.exp(v - top), 0));
    return power(logP <= Math.log(least) ? Math.log(least) : logP, q);
  });
  return rows.reduce((a, b) => a + b, 0) / rows.length;
}
function slopes(logits: Rows, labels: readonly number[], options: Options): Rows {
  const K = logits[0].length;
  const rows = (flat: ArrayLike<number>): Rows =>
    logits.map((_, i) => Array.from({ length: K }, (_, k) => flat[i * K + k]));
  const x = { ...tensor(logits), data: Float64Array.from(logits.flat()) };
  return rows(differences((x) => loss(rows(x.data), labels, options), x).data);
}
function drawn(draw: Draw): { logits: Rows; labels: number[] } {
  const [B, K] = [draw.int(1, 4), draw.int(2, 4)];
  return {
    logits: draw.list(B, () => draw.list(K, () => draw.normal() * 1.5)),
    labels: draw.list(B, () => draw.int(0, K - 1)),
  };
}
const QS = [0, 1e-13, 0.2, 0.5, 0.7, 1];

export default suite<typeof import("./stub.ts")>("E06.4", ({ example, fact, property }) => {
  const ln9 = Math.log(9);
  const half = [[0, 0]];
  example("a label with probability 1/2, and one with 1/10", async ({ call }) => {
    await call("generalizedCE", half, [0], { q: 1, least: 0 }).gives(0.5);
    await call("generalizedCE", half, [0], { q: 0.5, least: 0 }).gives(2 * (1 - Math.SQRT1_2));
    await call("generalizedCE", half, [0], { q: 0, least: 0 }).gives(Math.LN2);
    await call("generalizedCEGradient", half, [0], { q: 1, least: 0 }).gives([[-0.25, 0.25]]);
    await call("generalizedCEGradient", half, [0], { q: 0, least: 0 }).gives([[-0.5, 0.5]]);
    await call("generalizedCE", [[0, ln9]], [0], { q: 1, least: 0.2 }).gives(0.8);
    await call("generalizedCEGradient", [[0, ln9]], [0], { q: 1, least: 0.2 }).gives([[0, 0]]);
  });

  fact("a tiny q is nearly cross-entropy, with all its digits", async ({ call }) => {
    for (const q of [1e-13, 1e-15, 1e-10]) {
      await call("generalizedCE", half, [0], { q, least: 0 }).gives(Math.LN2);
      await call("generalizedCE", [[0, ln9]], [0], { q, least: 0 }).gives(Math.log(10));
    }
  });

  fact("scores of ±1000: cross-entropy sees 2000, every other q at most 1/q", async ({ call }) => {
    const far = [[1000, -1000]];
    await call("generalizedCE", far, [1], { q: 0, least: 0 }).gives(2000);
    await call("generalizedCE", [[0, 1000, 1000]], [0], { q: 0, least: 0 }).gives(1000 + Math.LN2);
    await call("generalizedCE", far, [1], { q: 0.5, least: 0 }).gives(2);
    await call("generalizedCE", far, [0], { q: 0.7, least: 0 }).gives(0);
    await call("generalizedCE", far, [1], { q: 0.0005, least: 0 }).gives(2000 * (1 - Math.exp(-1)));
    await call("generalizedCE", [[-1000, -1000]], [0], { q: 1, least: 0 }).gives(0.5);
    await call("generalizedCEGradient", [[1000, 1000]], [0], { q: 1, least: 0 }).gives([[-0.25, 0.25]]);
    await call("generalizedCEGradient", far, [1], { q: 0, least: 0 }).gives([[1, -1]]);
    await call("generalizedCEGradient", far, [1], { q: 1, least: 0 }).gives([[0, 0]]);
  });

  fact("a truncated row has the constant loss, no gradient, and counts in the mean", async ({ call }) => {
    const two = [
      [0, ln9],
      [ln9, 0],
    ];
    const cut = { q: 0.5, least: 0.25 };
    await call("generalizedCE", two, [0, 0], cut).gives((2 * (1 - 0.5) + 2 * (1 - Math.sqrt(0.9))) / 2);
    const g = (Math.sqrt(0.9) * 0.1) / 2;
    await call("generalizedCEGradient", two, [0, 0], cut).gives([
      [0, 0],
      [-g, g],
    ]);
    await call("generalizedCE", two, [0, 0], { q: 0, least: 0.25 }).gives((Math.log(4) - Math.log(0.9)) / 2);
  });

  fact("a label exactly at the limit is truncated", async ({ call }) => {
    await call("generalizedCE", half, [1], { q: 1, least: 0.5 }).gives(0.5);
    await call("generalizedCEGradient", half, [1], { q: 1, least: 0.5 }).gives([[0, 0]]);
    await call("generalizedCEGradient", half, [0], { q: 0, least: 0.5 }).gives([[0, 0]]);
    await call("generalizedCEGradient", half, [1], { q: 1, least: 0.49 }).gives([[0.25, -0.25]]);
  });

  fact("options and classes out of range are errors that mention them", async ({ call }) => {
    await call("generalizedCE", half, [0], { q: -0.5, least: 0 }).throws(/-0\.5/);
    await call("generalizedCE", half, [0], { q: 1.5, least: 0 }).throws(/1\.5/);
    await call("generalizedCEGradient", half, [0], { q: NaN, least: 0 }).throws(/NaN/);
    await call("generalizedCE", half, [0], { q: 0.5, least: 1 }).throws(/1/);
    await call("generalizedCEGradient", half, [0], { q: 0.5, least: -0.25 }).throws(/-0\.25/);
    await call("generalizedCE", half, [0], { q: 0.5, least: NaN }).throws(/NaN/);
    await call("generalizedCE", half, [2], { q: 0.5, least: 0 }).throws(/2/);
    await call("generalizedCEGradient", half, [-1], { q: 0.5, least: 0 }).throws(/-1/);
    await call("generalizedCEGradient", half, [0.5], { q: 1, least: 0 }).throws(/0\.5/);
  });

  property("between cross-entropy and 1 − p the loss is as defined", { points: 3 }, async ({ call, draw }) => {
    const { logits, labels } = drawn(draw);
    const options = { q: draw.pick(QS), least: 0 };
    await call("generalizedCE", logits, labels, options).gives(loss(logits, labels, options));
  });

  property("the truncated loss is as defined", { runs: 30 }, async ({ call, draw }) => {
    const { logits, labels } = drawn(draw);
    const options = { q: draw.pick(QS), least: draw.pick([0.1, 0.3, 0.5]) };
    await call("generalizedCE", logits, labels, options).gives(loss(logits, labels, options));
  });

  property("the gradient equals central differences of the loss", { points: 3, runs: 30 }, async ({ call, draw }) => {
    const { logits, labels } = drawn(draw);
    const options = { q: draw.pick([0, 0.2, 0.5, 0.7, 1]), least: draw.pick([0, 0, 0.1, 0.3]) };
    await call("generalizedCEGradient", logits, labels, options).gives(slopes(logits, labels, options));
  });
});
