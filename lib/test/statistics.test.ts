/** Statistics and linear algebra that chapter 2 builds: moments, quantiles, resampling, norms, eigenvectors, draws. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";

const { bootstrapCI, norm, permutationTest, powerIteration, quantile, Rng, RunningMoments, same, tensor } = T;
const X = [6, -2, 9, -4, 12, 3];
const seen = (xs: readonly number[]): T.RunningMoments => {
  const moments = new RunningMoments();
  for (const x of xs) moments.push(x);
  return moments;
};

describe("running moments", () => {
  test("numbers near a thousand million keep their variance", () => {
    same(seen(X.map((x) => x + 1e9)).variance(), 97 / 3, { within: 1e-6 });
  });
  test("a correction of 1 divides by one less than the count", () => same(seen([2, 6]).variance({ correction: 1 }), 8));
  test("merging is the same as seeing all, also when one side saw nothing", () => {
    for (const cut of [0, 1, 4, 6]) {
      const both = seen(X.slice(0, cut)).merge(seen(X.slice(cut)));
      same([both.count, both.mean, both.variance()], [6, 4, 97 / 3], { within: 1e-12 });
    }
  });
  test("of no numbers nothing is known", () => same([seen([]).mean, seen([]).variance()], [NaN, NaN]));
  test("merging changes neither side", () => {
    const [a, b] = [seen([1, 2]), seen([9])];
    a.merge(b);
    same([a.count, a.mean, b.count, b.mean], [2, 1.5, 1, 9]);
  });
});

describe("quantiles", () => {
  test("the ends are the smallest and the largest number", () => same([quantile(X, 0), quantile(X, 1)], [-4, 12]));
  test("numbers are sorted as numbers", () => same(quantile([10, 9, 1], 0.5), 9));
  test("between two places they are interpolated", () => same(quantile([0, 10], 0.3), 3));
  test("a list without numbers has none", () => assert.throws(() => quantile([], 0.5), T.ValueError));
  test("a share lies between 0 and 1", () => assert.throws(() => quantile(X, 95), T.ValueError));
});

describe("the bootstrap", () => {
  test("a level of 95 % covers the true mean of 95 in 100 samples, a little less of small ones", () => {
    const rng = new Rng(5);
    let covered = 0;
    for (let k = 0; k < 300; k++) {
      const sample = Float64Array.from({ length: 40 }, () => rng.normal(3, 2));
      const [low, high] = bootstrapCI(sample, { rng, resamples: 300 });
      if (low <= 3 && 3 <= high) covered++;
    }
    assert.ok(covered >= 267 && covered <= 294, `${covered} of 300`);
  });
  test("a sample of equal numbers leaves no doubt", () => same(bootstrapCI([7, 7, 7], { rng: new Rng(1) }), [7, 7]));
  test("a statistic may be any function of the sample", () => {
    const largest = (v: Float64Array): number => Math.max(...v);
    same(bootstrapCI(X, { rng: new Rng(1), statistic: largest, level: 1 })[1], 12);
  });
  test("it needs a source of randomness", () => assert.throws(() => bootstrapCI(X, {} as never), T.ValueError));
});

describe("the permutation test", () => {
  test("of three against three, the most extreme of 20 deals comes two times in 20", () => {
    same(permutationTest([5, 6, 7], [1, 2, 3], { rng: new Rng(2), permutations: 20000 }), 0.1, { within: 0.01 });
  });
  test("of five pairs that all differ one way, two in 32 deals are as extreme", () => {
    const p = permutationTest([5, 6, 7, 8, 9], [4, 4, 4, 4, 4], { rng: new Rng(2), permutations: 20000, paired: true });
    same(p, 2 / 32, { within: 0.006 });
  });
  test("equal lists differ as much as chance always does", () => same(permutationTest(X, X, { rng: new Rng(1) }), 1));
  test("the answer is never 0", () => {
    const p = permutationTest(Array(50).fill(1), Array(50).fill(0), { rng: new Rng(1), permutations: 99 });
    same(p, 0.01);
  });
  test("pairs need equally long lists", () => {
    assert.throws(() => permutationTest([1], [1, 2], { rng: new Rng(1), paired: true }), T.ValueError);
  });
});

describe("norms", () => {
  test("L1 adds sizes, L2 is the length, L∞ the largest size", () => {
    same(
      [1, 2, Infinity].map((p) => norm(tensor([6, -2, 9]), undefined, { p }).item()),
      [17, 11, 9],
      { within: 1e-6 },
    );
  });
  test("one axis at a time", () =>
    same(
      norm(
        tensor([
          [6, -2, 9],
          [-4, 12, 3],
        ]),
        1,
        { keep: true },
      ),
      [[11], [13]],
    ));
  test("the gradient of the length is the direction, and 0 at 0", () => {
    const x = tensor(
      [
        [6, -2, 9],
        [0, 0, 0],
      ],
      { requiresGrad: true },
    );
    norm(x, 1).sum().backward();
    same(
      x.grad as T.Tensor,
      [
        [6 / 11, -2 / 11, 9 / 11],
        [0, 0, 0],
      ],
      { within: 1e-6 },
    );
  });
  test("gradients of other norms agree with differences", () => {
    const x = tensor([6, -2, 9]);
    for (const p of [1, 1.5, 3]) T.checkGradients((x) => norm(x, undefined, { p }), [x]);
  });
  test("below 1 there is no norm", () => assert.throws(() => norm(tensor([1]), 0, { p: 0.5 }), T.ValueError));
});

describe("power iteration", () => {
  const A = tensor([
    [121, -21],
    [-21, 169],
  ]);
  test("the pair is an eigenpair, and the largest", () => {
    const { value, vector } = powerIteration(A, { rng: new Rng(1) });
    same(value, 145 + Math.sqrt(1017), { within: 1e-3 });
    same(A.matmul(vector), vector.mul(value), { within: 0.01 });
    same(norm(vector), 1, { within: 1e-6 });
  });
  test("a negative eigenvalue may be the largest in size", () => {
    same(
      powerIteration(
        tensor([
          [-3, 0],
          [0, 2],
        ]),
        { rng: new Rng(1) },
      ).value,
      -3,
      { within: 1e-4 },
    );
  });
  test("the entry of largest size is positive", () => {
    for (const seed of [1, 2, 3, 4]) assert.ok(powerIteration(A, { rng: new Rng(seed) }).vector.data()[1] > 0);
  });
  test("two eigenvalues of opposite sign never settle", () => {
    assert.throws(
      () =>
        powerIteration(
          tensor([
            [1, 0],
            [0, -1],
          ]),
          { rng: new Rng(1), steps: 50 },
        ),
      T.ValueError,
    );
  });
  test("only square matrices have eigenvectors", () => {
    assert.throws(() => powerIteration(tensor([[1, 2]]), { rng: new Rng(1) }), T.ShapeError);
  });
});

describe("draws", () => {
  test("categories come as often as their probabilities say, and never with probability 0", () => {
    const [rng, counts] = [new Rng(4), [0, 0, 0, 0]];
    for (let k = 0; k < 20000; k++) counts[rng.categorical([0.2, 0, 0.5, 0.3])]++;
    same(
      counts.map((n) => n / 20000),
      [0.2, 0, 0.5, 0.3],
      { within: 0.01 },
    );
    same(counts[1], 0);
  });
  test("ten times a tenth may be drawn from", () => assert.ok(new Rng(1).categorical(Array(10).fill(0.1)) < 10));
  test("scores are no probabilities", () => {
    for (const p of [[1, 2], [1.5, -0.5], [NaN, 1], []]) assert.throws(() => new Rng(1).categorical(p), T.ValueError);
  });
  test("a coin falls as its probability says", () => {
    const rng = new Rng(4);
    const heads = Array.from({ length: 10000 }, () => rng.bernoulli(0.3)).reduce((a: number, b) => a + b, 0);
    same(heads / 10000, 0.3, { within: 0.015 });
    same([rng.bernoulli(0), rng.bernoulli(1)], [0, 1]);
    assert.throws(() => rng.bernoulli(30), T.ValueError);
  });
});
