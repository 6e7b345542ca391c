/** Norms, eigenpairs, moments and resampling in the cases at the edge, by values known by hand, and what they refuse. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const { norm, powerIteration, Rng, RunningMoments, same, tensor } = T;
const matrix = (...numbers: number[]): T.Tensor => {
  const n = Math.sqrt(numbers.length);
  return tensor(numbers, { shape: [n, n] });
};
const seeds = [1, 2, 3, 4, 5, 6].map((seed) => ({ rng: new Rng(seed) }));
const wrong = (x: unknown): T.Tensor => x as T.Tensor;

describe("norms", () => {
  test("of zeros are 0", () => {
    for (const p of [1, 1.5, 2, 3, Infinity]) same(norm(T.zeros([3]), undefined, { p }), 0);
    same(norm(tensor([[0, 0], [3, 4]]), 1), [0, 5], { within: 1e-6 }); // biome-ignore format: a matrix
  });
  test("fall as p grows", () => {
    const sizes = [1, 1.5, 2, 3, 8, Infinity].map((p) => norm(tensor([3, -4, 12]), undefined, { p }).item());
    for (let i = 1; i < sizes.length; i++) assert.ok(sizes[i] < sizes[i - 1]);
    same(sizes[2], 13, { within: 1e-6 });
  });
  test("scale with the vector, whatever its sign", () => {
    const x = tensor([6, -2, 9]);
    for (const p of [1, 2, 3, Infinity])
      same(norm(x.mul(-3), undefined, { p }), norm(x, undefined, { p }).mul(3), { within: 1e-5 });
  });
  test("need a tensor", () => refuses(() => norm(wrong([3, 4])), "ValueError", /norm: this is no tensor/));
});

describe("power iteration", () => {
  test("turns the vector so that its largest entry is positive, wherever that is", () => {
    for (const from of seeds) {
      const { value, vector } = powerIteration(matrix(169, -21, -21, 121), from);
      const [a, b] = vector.data();
      assert.deepEqual(vector.shape, [2, 1]);
      assert.ok(a > 0.8 && b < 0, `${a} ${b}`);
      same(value, 145 + Math.sqrt(1017), { within: 1e-3 });
      same(norm(vector), 1, { within: 1e-6 });
    }
  });
  test("measures the remainder by the value: small matrices are solved as well as large ones", () => {
    for (const scale of [1e-4, 1, 1e4]) {
      const { value, vector } = powerIteration(matrix(2, 1, 1, 2).mul(scale), { rng: new Rng(2) });
      assert.ok(Math.abs(value / scale - 3) < 1e-5, `${value}`);
      same(vector, [[Math.SQRT1_2], [Math.SQRT1_2]], { within: 1e-4 });
    }
  });
  test("one number is its own eigenvalue; of zeros it is 0", () => {
    const one = powerIteration(tensor([[-3]]), { rng: new Rng(1) });
    same([one.value, ...one.vector.data()], [-3, 1], { within: 1e-6 });
    same(powerIteration(T.zeros([2, 2]), { rng: new Rng(1) }).value, 0);
  });
  test("needs one step where every direction is an eigenvector, and takes none of none", () => {
    same(powerIteration(T.eye(3), { rng: new Rng(1), steps: 1 }).value, 1, { within: 1e-6 });
    refuses(() => powerIteration(T.eye(3), { rng: new Rng(1), steps: 0 }), "ValueError", /did not settle/);
  });
  test("records nothing", () => {
    assert.ok(!powerIteration(T.parameter(matrix(2, 1, 1, 2)), { rng: new Rng(1) }).vector.requiresGrad);
  });
  test("refuses what is no square matrix, no tensor, no source, and what never settles", () => {
    const rng = new Rng(1);
    for (const shape of [[2, 3], [2], [2, 2, 2], [0, 0], []])
      refuses(() => powerIteration(T.ones(shape), { rng }), "ShapeError", /powerIteration: only square matrices/);
    refuses(() => powerIteration(wrong([[1]]), { rng }), "ValueError", /powerIteration: this is no tensor/);
    refuses(() => powerIteration(T.eye(2), {} as never), "ValueError", /powerIteration: random numbers need a source/);
    refuses(() => powerIteration(matrix(1, 0, 0, -1), { rng }), "ValueError", /got 2000 steps/);
  });
});

describe("running moments", () => {
  const seen = (...xs: number[]): T.RunningMoments => {
    const moments = new RunningMoments();
    for (const x of xs) moments.push(x);
    return moments;
  };
  test("have no variance where the correction leaves no degree of freedom", () => {
    for (const correction of [2, 3]) assert.ok(Number.isNaN(seen(1, 5).variance({ correction })));
    assert.ok(Number.isNaN(seen().variance({ correction: 1 })));
  });
  test("of one number merge with nothing, and nothing with nothing", () => {
    const one = seen(7).merge(seen());
    assert.deepEqual([one.count, one.mean, one.variance()], [1, 7, 0]);
    const none = seen().merge(seen());
    none.push(5);
    assert.deepEqual([none.count, none.mean, none.variance()], [1, 5, 0]);
  });
});

describe("resampling", () => {
  const rng = new Rng(1);
  const empty: number[] = [];
  test("a bootstrap computes 2000 statistics and leaves out equal shares at both ends", () => {
    let calls = 0;
    T.bootstrapCI([1, 2], { rng, statistic: () => calls++ });
    assert.equal(calls, 2000);
    calls = 0;
    same(T.bootstrapCI([1, 2], { rng, resamples: 101, level: 0.9, statistic: () => calls++ }), [5, 95], {
      within: 1e-9,
    });
  });
  test("a permutation test deals 2000 times", () => {
    const [ones, zeros] = [1, 0].map((x) => Array<number>(50).fill(x));
    assert.equal(T.permutationTest(ones, zeros, { rng }), 1 / 2001);
  });
  test("the quantile of one number is that number", () => assert.equal(T.quantile([5], 0.3), 5));
  test("what cannot be computed is refused by name", () => {
    refuses(() => T.quantile([1, 2], 1.5), "ValueError", /quantile: this is no share/);
    refuses(() => T.quantile(empty, 0.5), "ValueError", /quantile: there are no numbers/);
    refuses(() => T.bootstrapCI([1], { rng, level: 95 }), "ValueError", /bootstrapCI: this is no share/);
    refuses(() => T.bootstrapCI(empty, { rng }), "ValueError", /bootstrapCI: there are no numbers/);
    refuses(() => T.permutationTest(empty, [1], { rng }), "ValueError", /permutationTest: there are no numbers/);
    refuses(() => T.permutationTest([1], empty, { rng }), "ValueError", /permutationTest: there are no numbers/);
    refuses(() => T.permutationTest([1], [2], {} as never), "ValueError", /permutationTest: random numbers need/);
  });
});
