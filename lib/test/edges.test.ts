/** Defaults, single heads, lopsided padding, numbers of extreme size: what other tests pass by without looking. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const { same, tensor, zeros } = T;
const rng = (): T.Rng => new T.Rng(1);

describe("attention", () => {
  test("one head sees all features", () => {
    const x = T.arange(12).reshape([1, 3, 4]);
    same(T.splitHeads(x, 1), x.reshape([1, 1, 3, 4]));
    assert.deepEqual(T.multiHeadAttentionLayer(4, { heads: 1, rng: rng() })(x).shape, [1, 3, 4]);
  });
  test("heads are whole, positive, and divide the features", () => {
    for (const heads of [0, -2, 1.5, 5])
      refuses(() => T.multiHeadAttentionLayer(6, { heads, rng: rng() }), "ValueError", /do not divide among the heads/);
    refuses(() => T.splitHeads(zeros([2, 4]), 2), "ShapeError", /three axes/);
    refuses(() => T.splitHeads(zeros([2, 3, 4]), -2), "ShapeError", /splitHeads: 4 features do not divide/);
  });
  test("there are as many keys as queries, and matrices of each", () => {
    refuses(() => T.causalMask(3, 2), "ValueError", /fewer keys than queries/);
    const [q, k] = [zeros([1, 3]), zeros([2, 3])];
    refuses(() => T.scaledDotProductAttention(q, k, zeros([2])), "ShapeError", /scaledDotProductAttention/);
  });
});

describe("defaults", () => {
  test("batch normalisation mixes in a tenth of the new batch", () => {
    const running = { mean: T.buffer(zeros([1])), variance: T.buffer(T.ones([1])) };
    T.batchNorm(tensor([[1], [3]]), T.ones([1]), zeros([1]), { running });
    same(running.mean, [0.2], { within: 1e-6 });
    same(running.variance, [1.1], { within: 1e-6 });
  });
  test("slopes start at a quarter", () => {
    same(T.preluLayer(2)(tensor([[-1, 2]])), [[-0.25, 2]]);
    same(T.preluLayer()(tensor([-4])), [-1]);
  });
});

describe("functions", () => {
  test("one list of tokens in a list is a batch of one", () => {
    assert.deepEqual(T.embedding(zeros([4, 5]), [[1, 2, 0]]).shape, [1, 3, 5]);
  });
  test("padding on one side only is never the maximum", () => {
    const x = tensor([-1, -2, -3, -4], { shape: [1, 1, 2, 2] });
    same(T.maxPool2d(x, { size: 2, stride: 1, pad: [1, 0, 0, 0] }).reshape([-1]), [-1, -1]);
  });
  test("what cannot happen sends no gradient to the divergence", () => {
    const p = tensor([0.5, 0.5, 0], { requiresGrad: true });
    T.klDivergence(p, tensor([0.25, 0.25, 0.5])).backward();
    assert.equal(p.grad?.data()[2], 0);
  });
  test("the weights of a cell fit its gates", () => {
    const [x, h] = [zeros([1, 2]), zeros([1, 3])];
    const weights = { Wx: zeros([2, 9]), Wh: zeros([3, 9]), b: zeros([9]) };
    refuses(() => T.lstmCell(x, { h, c: h }, weights), "ShapeError", /lstmCell/);
    const fitting = { Wx: zeros([2, 12]), Wh: zeros([3, 12]), b: zeros([12]) };
    refuses(() => T.lstmCell(zeros([2, 2]), { h, c: h }, fitting), "ShapeError", /lstmCell/);
  });
  test("a recurrent layer starts from zeros", () => {
    const [layer, x] = [T.rnn(2, 3, { rng: rng() }), T.ones([1, 4, 2])];
    same(layer(x).outputs, layer(x, zeros([1, 3])).outputs);
  });
  test("running sums of one entry are that entry", () => same(T.cumsum(zeros([2, 1]).add(3)), [[3], [3]]));
  test("nothing is sorted into nothing", () => {
    const { values, positions } = T.sort(zeros([2, 0]));
    assert.deepEqual([values.shape, positions.length], [[2, 0], 0]);
  });
  test("new axes go to the place that is named", () => {
    assert.deepEqual(T.unsqueeze(zeros([2, 3]), -1).shape, [2, 3, 1]);
    assert.deepEqual(T.unsqueeze(zeros([2, 3]), 2).shape, [2, 3, 1]);
  });
});

describe("printing", () => {
  const line = (...numbers: number[]): string => String(tensor(numbers)).split("\n")[1];
  test("whole numbers are written out below a thousand million, others from a thousandth to a hundred thousand", () => {
    assert.match(line(999999936), /^ *999999936$/);
    assert.match(line(1e9), /1\.000e\+9/);
    assert.match(line(99999.5), /99999\.5/);
    assert.match(line(100000.5), /e\+5/);
    assert.match(line(0.002), /^ *0\.0020?$/);
    assert.match(line(0.0005), /e-4/);
  });
  test("0 has no sign", () => assert.match(line(-0, 1), /^ *0 +1$/));
});

describe("optimisers", () => {
  test("the norm of a gradient is over all its numbers", () => {
    const w = T.parameter(tensor([1.5, 2]));
    w.square().sum().backward();
    same(T.clipGradNorm([w], 1), 5, { within: 1e-6 });
    same(w.grad as T.Tensor, [0.6, 0.8], { within: 1e-6 });
  });
  test("every parameter needs gradients", () => {
    refuses(() => T.sgd([T.parameter(zeros([1])), zeros([1])], { lr: 1 }), "ValueError", /nothing to train/);
  });
});

describe("tensors", () => {
  test("the last axis is meant where none is named", () => {
    same(T.cumsum(T.ones([2, 3, 4])).at(1, 2), [1, 2, 3, 4]);
  });
  test("one piece is everything, no piece is nothing", () => {
    same(T.chunk(T.arange(3), 1)[0], [0, 1, 2]);
    refuses(() => T.chunk(zeros([0]), []), "ShapeError", /chunk: axis 0 of size 0/);
  });
  test("NaN in front is the largest", () => assert.deepEqual([...T.argmax(tensor([NaN, 1, 2]))], [0]));
  test("log1p is a method too", () => same(tensor([1]).log1p(), [Math.LN2], { within: 1e-6 }));
  test("a number where a tensor is needed is made into one", () => {
    refuses(() => Reflect.apply(T.relu, undefined, [3]), "ValueError", /hint: tensor\(\[1, 2\]\)/);
  });
  test("matrices of one number are printed apart", () => {
    assert.match(String(zeros([2, 1, 1])), /0\n\n +0$/);
    assert.match(String(tensor([1e5, 0.5])), /1\.000e\+5/);
  });
});
