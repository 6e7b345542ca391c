/** What a learner does wrong gets an error in four parts: the rule, what was received, what was expected, and a hint. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { described } from "../src/core/described.ts";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const x = (): T.Tensor => T.tensor([[1, 2], [3, 4]]); // biome-ignore format: a matrix
const weight = (): T.Tensor => T.parameter(T.tensor([1, 2]));
const rng = (): T.Rng => new T.Rng(1);

/** Calls as a cell makes them that nobody type-checks: live cells of the book are plain JavaScript by then. */
const call = (f: (...args: never[]) => unknown, ...args: unknown[]): unknown => Reflect.apply(f, undefined, args);
const method = (y: T.Tensor, name: keyof T.TensorMethods, ...args: unknown[]): unknown =>
  Reflect.apply(y[name], y, args);

describe("every operation refuses, and says why:", () => {
  test("a shape that does not fit", () => {
    refuses(() => x().matmul(T.zeros([3, 2])), "ShapeError", /matmul: inner sizes differ \(2 vs 3\)/);
    refuses(() => x().add(T.zeros([3])), "ShapeError", /add: sizes 2 and 3 do not broadcast/);
    refuses(() => T.linear(3, 2, { rng: rng() })(x()), "ShapeError", /affine: the sizes do not fit together/);
    refuses(
      () => call(T.zeros, 3),
      "ShapeError",
      /full: a shape is a list of sizes\n {2}got the number 3\n.*\n {2}hint: \[3\]/,
    );
    refuses(() => call(T.zeros, { size: 3 }), "ShapeError", /full: a shape is a list of sizes/);
  });
  test("an axis that does not exist", () => {
    refuses(() => x().sum(2), "ShapeError", /sum: axis 2 does not exist/);
    refuses(() => T.softmax(x(), -3), "ShapeError", /softmax: axis -3 does not exist/);
    refuses(() => x().cumsum(5), "ShapeError", /cumsum: axis 5/);
    refuses(() => call(T.sum, x(), "0"), "ShapeError", /sum: axis 0 does not exist/);
  });
  test("numbers that are none", () => {
    for (const wrong of [["a", "b"], "abc", undefined, [1, undefined], [[1, null]], [true, false], [1n], [{}]])
      refuses(() => call(T.tensor, wrong), "ValueError", /tensor: an entry is no number/);
    refuses(() => call(T.tensor, [T.ones([2]), T.ones([2])]), "ValueError", /hint: stack\(\[a, b\]\)/);
    refuses(() => call(T.tensor, [1, "2"]), "ValueError", /got the string "2"/);
    refuses(() => T.tensor([[1, 2], [3]]), "ShapeError", /the lists are ragged/);
  });
  test("what is no tensor", () => {
    refuses(
      () => call(T.add, x(), "2"),
      "ValueError",
      /add: this is no tensor\n {2}got the string "2"\n {2}expected a tensor or a number/,
    );
    refuses(() => method(x(), "add", [1, 2]), "ValueError", /hint: tensor\(\[1,2\]\) makes one of it/);
    refuses(() => method(x(), "mul", undefined), "ValueError", /mul: this is no tensor\n {2}got nothing/);
    refuses(() => method(x(), "matmul", [[1], [2]]), "ValueError", /matmul: this is no tensor/);
    refuses(() => call(T.where, true, 1, 2), "ValueError", /where: this is no tensor\n {2}got the boolean true/);
    refuses(() => call(T.where, x(), 1, [2]), "ValueError", /where: this is no tensor/);
    const { exp, relu, sum, mean, max, variance, argmax, softmax, logSoftmax, logSumExp } = T;
    const all = { exp, relu, sum, mean, max, variance, argmax, softmax, logSoftmax, logSumExp };
    for (const [name, f] of Object.entries(all))
      refuses(() => call(f, [1, 2]), "ValueError", new RegExp(`${name}: this is no tensor`));
    for (const f of [T.concat, T.stack]) refuses(() => call(f, [[1], [2]]), "ValueError", /this is no tensor/);
    refuses(() => call(T.exp, T.linear(1, 1, { rng: rng() })), "ValueError", /hint: call a model to get a tensor/);
    refuses(() => call(T.exp, new Float32Array(30)), "ValueError", /got the list \[0,0,.*…\n/);
  });
  test("sizes where a function computes, with the name of the layer", () => {
    refuses(() => call(T.conv2d, 3, 8, { size: 3 }), "ValueError", /hint: conv2dLayer makes the layer from sizes/);
    refuses(() => call(T.conv1d, 3, 8), "ValueError", /hint: conv1dLayer/);
    refuses(() => call(T.convTranspose1d, 3, 8), "ValueError", /hint: convTranspose1dLayer/);
    refuses(() => call(T.convTranspose2d, 3, 8), "ValueError", /hint: convTranspose2dLayer/);
    refuses(() => call(T.layerNorm, 64), "ValueError", /layerNorm: this is no tensor.*hint: layerNormLayer/s);
    refuses(
      () => call(T.batchNorm, 64, x(), x(), { running: { mean: x(), variance: x() } }),
      "ValueError",
      /batchNormLayer/,
    );
    refuses(() => call(T.embedding, 10, 4), "ValueError", /hint: embeddingLayer/);
    refuses(() => call(T.affine, x(), x(), 3), "ValueError", /affine: this is no tensor\n {2}got the number 3/);
    refuses(() => call(T.scaledDotProductAttention, x(), x(), 1), "ValueError", /scaledDotProductAttention: this is/);
    refuses(() => call(T.multiHeadAttention, 8, x(), x(), { heads: 2 }), "ValueError", /this is no tensor/);
    refuses(() => call(T.dropout, [1], { rng: rng() }), "ValueError", /dropout: this is no tensor/);
  });
  test("randomness without a source", () => {
    for (const f of [T.randomNormal, T.randomUniform])
      refuses(() => call(f, [2], {}), "ValueError", /random numbers need a source\n {2}got nothing.*new Rng\(1\)/s);
    refuses(() => call(T.linear, 3, 2, {}), "ValueError", /random numbers need a source/);
    refuses(() => call(T.dropout, x(), {}), "ValueError", /dropout: random numbers need a source/);
    refuses(() => call(T.dropout, x(), { rng: 7 }), "ValueError", /got the number 7/);
  });
  test("steps that reach no end", () => {
    for (const [start, end, step] of [
      [0, 3, 0],
      [0, Infinity, 1],
      [NaN, 3, 1],
    ])
      refuses(() => T.arange(start, end, step), "ValueError", /arange: these steps reach no end/);
  });
  test("layers that are none, and channels that do not divide", () => {
    refuses(
      () => call(T.sequential, T.relu, undefined),
      "ValueError",
      /sequential: layer 1 is no function\n {2}got nothing/,
    );
    for (const [name, layer, sizes] of [
      ["conv1dLayer", T.conv1dLayer, [3, 4]],
      ["conv2dLayer", T.conv2dLayer, [4, 3]],
      ["convTranspose2dLayer", T.convTranspose2dLayer, [3, 4]],
    ] as const)
      refuses(
        () => call(layer, ...sizes, { size: 3, groups: 2, rng: rng() }),
        "ValueError",
        new RegExp(`${name}: the channels do not divide into these groups`),
      );
  });
});

describe("losses refuse, and say why:", () => {
  test("labels out of range", () => {
    refuses(() => T.crossEntropy(x(), [0, 2]), "IndexError", /got label 2 in row 1.*labels count from 0: subtract 1/s);
    refuses(() => T.crossEntropy(x(), [0, -1]), "IndexError", /label -1/);
    refuses(() => T.crossEntropy(x(), [0.5, 1]), "IndexError", /label 0\.5/);
  });
  test("labels of another kind or number", () => {
    refuses(
      () => call(T.crossEntropy, x(), T.tensor([0, 1])),
      "ValueError",
      /labels are class numbers\n {2}got a tensor \[2\]/,
    );
    refuses(() => call(T.crossEntropy, x(), 1), "ValueError", /got the number 1/);
    refuses(() => T.crossEntropy(x(), [0]), "ShapeError", /1 labels do not fit/);
    refuses(() => call(T.crossEntropy, [[1, 2]], [0]), "ValueError", /crossEntropy: this is no tensor/);
  });
  test("targets that would be stretched, or are no tensors", () => {
    const { meanSquaredError, meanAbsoluteError, binaryCrossEntropyWithLogits } = T;
    const losses = { meanSquaredError, meanAbsoluteError, binaryCrossEntropyWithLogits };
    for (const [name, loss] of Object.entries(losses)) {
      refuses(() => loss(x(), T.zeros([2])), "ShapeError", /prediction and target differ in shape/);
      refuses(
        () =>
          call(loss, x(), [
            [1, 2],
            [3, 4],
          ]),
        "ValueError",
        new RegExp(`${name}: this is no tensor`),
      );
    }
  });
  test("scores of no classes", () => {
    const { softmax, logSoftmax, logSumExp } = T;
    for (const [name, f] of Object.entries({ softmax, logSoftmax, logSumExp }))
      refuses(() => f(T.zeros([2, 0])), "ShapeError", new RegExp(`${name}: there are no scores`));
  });
});

describe("training refuses, and says why:", () => {
  test("a loss that is NaN or infinite", () => {
    refuses(() => T.parameter(T.tensor(-1)).log().backward(), "GradientError", /backward: the loss is NaN/);
    refuses(() => T.parameter(T.tensor(0)).log().backward(), "GradientError", /backward: the loss is infinite/);
  });
  test("backward from more than one number", () =>
    refuses(() => weight().mul(2).backward(), "GradientError", /only a single number has one gradient.*\.sum\(\)/s));
  test("a loss that depends on no parameter", () =>
    refuses(() => x().sum().backward(), "GradientError", /depends on nothing that requires a gradient/));
  test("a step between forward and backward", () => {
    const w = weight();
    const optimizer = T.sgd([w], { lr: 0.1 });
    w.square().sum().backward();
    const loss = w.square().sum();
    optimizer.step();
    refuses(
      () => loss.backward(),
      "GradientError",
      /updated in place.*first loss\.backward\(\), then optimizer\.step/s,
    );
  });
  test("a second backward through the same graph", () => {
    const loss = weight().square().sum();
    loss.backward();
    refuses(() => loss.backward(), "GradientError", /the graph was already used/);
  });
  test("an optimiser without gradients or parameters", () => {
    refuses(() => T.sgd([weight()], { lr: 0.1 }).step(), "GradientError", /step: no parameter has a gradient/);
    refuses(() => T.adam([], { lr: 0.1 }), "ValueError", /adam: there is nothing to train/);
    refuses(() => T.adamW([x()], { lr: 0.1 }), "ValueError", /adamW: there is nothing to train/);
    refuses(() => T.sgd([weight()], { lr: -1 }), "ValueError", /sgd: lr is out of range/);
    refuses(() => T.clipGradNorm([weight()], 1), "GradientError", /clipGradNorm: no parameter has a gradient/);
  });
});

test("values of any kind are told in a few words", () => {
  const long = Array.from({ length: 30 }, () => 1); // 61 characters
  const fits = Array.from({ length: 19 }, () => 1).concat(12); // 40 characters and its brackets
  for (const [value, text] of [
    [undefined, "nothing"],
    [null, "nothing"],
    [[1, 2], "the list [1,2]"],
    [new Float32Array([1, 2]), "the list [1,2]"],
    [long, "the list [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,…"],
    ["a".repeat(38), `the string "${"a".repeat(38)}"`],
    ["a".repeat(39), `the string "${"a".repeat(36)}…`],
    [fits.slice(1), "the list [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,12]"],
    [function passedByMistake() {}, "the function passedByMistake"],
    [() => {}, "the function without a name"],
    [{}, "an object"],
    [1n, "the bigint 1n"],
    [true, "the boolean true"],
    [Symbol("s"), "the symbol Symbol(s)"],
  ] as const)
    assert.equal(described(value), text);
});

test("errors carry their parts as data", () => {
  try {
    x().matmul(T.zeros([3, 2]));
    assert.fail("it should have thrown");
  } catch (error) {
    assert.ok(error instanceof T.ShapeError);
    assert.deepEqual(error.shapes, [
      [2, 2],
      [3, 2],
    ]);
    assert.equal(error.op, "matmul");
    for (const part of [error.rule, error.got, error.expected, error.hint]) assert.ok(part.length > 0);
  }
});
