import { type Draw, suite } from "@termwise/check";

type P = readonly number[];
/** By the definitions, with the rules for 0 written out. */
const term = (x: number, log: number): number => (x === 0 ? 0 : x * log);
const sum = (list: P): number => list.reduce((a, b) => a + b, 0);
const H = (p: P): number => -sum(p.map((x) => term(x, Math.log(x))));
const CE = (p: P, q: P): number => sum(p.map((x, k) => term(x, -Math.log(q[k]))));
const KL = (p: P, q: P): number => sum(p.map((x, k) => term(x, Math.log(x) - Math.log(q[k]))));

/** A distribution over K events; about one in five is impossible. */
function distribution(draw: Draw, K: number, { zeros = true } = {}): number[] {
  const parts = draw.list(K, () => (zeros && draw.chance(0.2) ? 0 : draw.int(1, 30)));
  parts[draw.int(0, K - 1)] += 2;
  const total = sum(parts);
  return parts.map((v) => v / total);
}

export default suite<typeof import("./stub.ts")>("E06.3", ({ example, fact, property }) => {
  const p = [0.5, 0.5, 0];
  const q = [0.25, 0.25, 0.5];
  const ln2 = Math.LN2;
  example("half and half, by somebody who believes in three events", async ({ call }) => {
    await call("entropy", p).gives(ln2);
    await call("crossEntropy", p, q).gives(2 * ln2);
    await call("klDivergence", p, q).gives(ln2);
    await call("klDivergence", q, p).gives(Infinity);
    await call("klDivergence", p, p).gives(0);
  });

  fact("what never happens costs nothing, believed in or not", async ({ call }) => {
    await call("entropy", [0, 1, 0]).gives(0);
    await call("crossEntropy", [0, 1, 0], [0, 0.5, 0.5]).gives(ln2);
    await call("klDivergence", [0, 1, 0], [0, 0.5, 0.5]).gives(ln2);
    await call("klDivergence", [1], [1]).gives(0);
  });

  fact("what was held impossible and happens costs Infinity", async ({ call }) => {
    await call("crossEntropy", [0.5, 0.5], [1, 0]).gives(Infinity);
    await call("klDivergence", [0.001, 0.999], [0, 1]).gives(Infinity);
    await call("crossEntropy", [0, 1], [1, 0]).gives(Infinity);
  });

  fact("the two directions are different numbers", async ({ call }) => {
    await call("klDivergence", [0.5, 0.5], [0.9, 0.1]).gives(0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(0.5 / 0.1));
    await call("klDivergence", [0.9, 0.1], [0.5, 0.5]).gives(0.9 * Math.log(1.8) + 0.1 * Math.log(0.2));
  });

  fact("tiny probabilities count as what they are", async ({ call }) => {
    const [rare, rarer] = [2 ** -60, 2 ** -1000];
    await call("crossEntropy", [0.5, 0.5], [1, rare]).gives(30 * ln2);
    await call("klDivergence", [0.5, 0.5], [1, rarer]).gives(499 * ln2);
    await call("crossEntropy", [0, 1], [1, 2 ** -1074]).gives(1074 * ln2);
    await call("klDivergence", [0, 1], [1, 2 ** -1074]).gives(1074 * ln2);
    await call("klDivergence", [0.5, 0.5], [1, 2 ** -1074]).gives(536 * ln2);
  });

  fact("lists of different length are an error that mentions both lengths", async ({ call }) => {
    await call("crossEntropy", [0.5, 0.5], [0.5, 0.25, 0.25]).throws(/2.*3|3.*2/);
    await call("klDivergence", [0.5, 0.25, 0.25], [0.5, 0.5]).throws(/2.*3|3.*2/);
    await call("klDivergence", [1], [1, 0]).throws(/1.*2|2.*1/);
  });

  fact("what is no distribution is an error that mentions its sum", async ({ call }) => {
    await call("entropy", [0.5, 0.25]).throws(/0\.75/);
    await call("crossEntropy", [0.5, 0.5], [2, 1.5]).throws(/3\.5/);
    await call("klDivergence", [0.25, 0.25], [0.5, 0.5]).throws(/0\.5/);
    await call("klDivergence", [1.5, -0.5], [0.5, 0.5]).throws(/1/);
    await call("crossEntropy", [0.5, 0.5], [-0.25, 1.25]).throws(/1/);
    await call("entropy", [NaN, 1]).throws(/NaN/);
    await call("entropy", [0.5, 0.5 + 1e-8]).gives(ln2, { tol: 1e-6 });
  });

  property("entropy and cross-entropy are as defined", { points: 2 }, async ({ call, draw }) => {
    const K = draw.int(1, 6);
    const [p, q] = [distribution(draw, K), distribution(draw, K)];
    await call("entropy", p).gives(H(p));
    await call("crossEntropy", p, q).gives(CE(p, q));
  });

  property("the divergence is as defined, in both directions", { points: 3 }, async ({ call, draw }) => {
    const K = draw.int(2, 6);
    const [p, q] = [distribution(draw, K), distribution(draw, K, { zeros: draw.chance(0.4) })];
    await call("klDivergence", p, q).gives(KL(p, q));
    await call("klDivergence", q, p).gives(KL(q, p));
  });

  property("KL is cross-entropy minus entropy, and 0 only for equals", { runs: 25 }, async ({ call, draw, holds }) => {
    const K = draw.int(2, 5);
    const p = distribution(draw, K);
    const q = distribution(draw, K, { zeros: false });
    const [kl, ce, h] = [await call("klDivergence", p, q), await call("crossEntropy", p, q), await call("entropy", p)];
    holds("cross-entropy minus entropy", ce - h, KL(p, q));
    holds("above 0", kl > 1e-12, KL(p, q) > 1e-12);
    await call("klDivergence", q, q).gives(0);
  });
});
