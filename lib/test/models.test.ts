/** Modules, their state, first weights, optimisers, modes. */
import assert from "node:assert/strict";
import { inspect } from "node:util";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const mlp = (seed: number): T.Module => {
  const rng = new T.Rng(seed);
  return T.sequential(T.linear(3, 4, { rng }), T.relu, T.linear(4, 2, { rng }));
};

describe("modules", () => {
  test("are functions that carry their parts", () => {
    const scale = T.module({ factor: T.parameter(T.tensor(3)) }, ({ factor }, x: T.Tensor) => x.mul(factor));
    assert.deepEqual(scale(T.tensor([1, 2])).toArray(), [3, 6]);
    assert.equal(scale.parts.factor.item(), 3);
  });
  test("name their parameters by path, in order", () => {
    assert.deepEqual(
      T.namedParameters(mlp(1)).map(([name, p]) => [name, p.shape]),
      [
        ["0.W", [3, 4]],
        ["0.b", [4]],
        ["2.W", [4, 2]],
        ["2.b", [2]],
      ],
    );
    assert.equal(T.parameters(mlp(1)).length, 4);
  });
  test("may hold lists, records, shared parts, left-out parts and tensors that are not trained", () => {
    const w = T.parameter(T.tensor([1]));
    const net = T.module(
      { layers: [T.module({ w }, (_p, x: T.Tensor) => x), { again: w, bias: null }], mean: T.buffer(T.zeros([2])) },
      (_parts, x: T.Tensor) => x,
    );
    assert.deepEqual(
      T.namedTensors(net).map(([name]) => name),
      ["layers.0.w", "mean"],
    );
    assert.deepEqual(
      T.namedParameters(net).map(([name]) => name),
      ["layers.0.w"],
    );
  });
  test("sequential passes each result to the next layer, and nothing through no layers", () => {
    const net = T.sequential(
      (x) => x.add(1),
      (x) => x.mul(10),
    );
    assert.equal(net(T.tensor(2)).item(), 30);
    assert.equal(T.sequential()(T.tensor(2)).item(), 2);
    assert.deepEqual(T.parameters(net), []);
  });
  test("linear is xW + b, with or without b, over any leading axes", () => {
    const rng = new T.Rng(1);
    const layer = T.linear(3, 2, { rng });
    assert.deepEqual(layer.parts.b?.toArray(), [0, 0]);
    T.assign(
      layer.parts.W,
      T.tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    );
    if (layer.parts.b) T.assign(layer.parts.b, T.tensor([10, 20]));
    assert.deepEqual(layer(T.tensor([[1, 0, 1]])).toArray(), [[16, 28]]);
    assert.deepEqual(layer(T.zeros([2, 5, 3])).shape, [2, 5, 2]);
    const bare = T.linear(3, 2, { rng, bias: false });
    assert.equal(bare.parts.b, null);
    assert.deepEqual(bare(T.zeros([1, 3])).toArray(), [[0, 0]]);
    assert.deepEqual(T.parameters(bare).length, 1);
  });
  test("print their tensors and how many numbers they train", () => {
    const rng = new T.Rng(1);
    const net = T.sequential(
      T.linear(64, 32, { rng }),
      T.module({ mean: T.buffer(T.zeros([7])) }, (_p, x: T.Tensor) => x),
    );
    const rows = [
      "  0.W     [64, 32]        2,048",
      "  0.b     [32]               32",
      "  1.mean  [7]       not trained",
    ];
    assert.equal(String(net), ["Module, 2,080 numbers to train", ...rows].join("\n"));
    assert.equal(inspect(net), String(net));
    assert.equal(String(T.sequential()), "Module, 0 numbers to train");
    assert.deepEqual(Object.keys(net), ["parts", "layers"]);
  });
  test("the same seed makes the same model", () => {
    const [a, b, c] = [1, 1, 2].map((seed) => T.parameters(mlp(seed))[0].toArray());
    assert.deepEqual(a, b);
    assert.notDeepEqual(a, c);
  });
});

describe("state", () => {
  test("is a copy, and goes back into a model of the same build", () => {
    const [a, b] = [mlp(1), mlp(2)];
    const saved = T.stateDict(a);
    assert.deepEqual(Object.keys(saved), ["0.W", "0.b", "2.W", "2.b"]);
    assert.ok(Object.values(saved).every((x) => !x.requiresGrad));
    const before = saved["0.W"].toArray();
    T.assign(T.parameters(a)[0], T.zeros([3, 4]));
    assert.deepEqual(saved["0.W"].toArray(), before);
    T.loadStateDict(b, saved);
    assert.deepEqual(T.parameters(b)[0].toArray(), before);
  });
  test("of another build is refused, and nothing is changed", () => {
    const model = mlp(1);
    const before = T.parameters(model)[0].toArray();
    const { "2.b": _left, ...rest } = T.stateDict(mlp(2));
    refuses(() => T.loadStateDict(model, rest), "ValueError", /names differ.*got no 2\.b\n.*0\.W, 0\.b, 2\.W, 2\.b/s);
    refuses(
      () => T.loadStateDict(model, { ...T.stateDict(mlp(2)), extra: T.zeros([1]) }),
      "ValueError",
      /got unknown extra\n/,
    );
    refuses(() => T.loadStateDict(model, { ...rest, extra: T.zeros([1]) }), "ValueError", /got no 2\.b; unknown extra/);
    refuses(
      () => T.loadStateDict(model, { ...T.stateDict(mlp(2)), "2.b": T.zeros([3]) }),
      "ShapeError",
      /2\.b has another shape/,
    );
    assert.deepEqual(T.parameters(model)[0].toArray(), before);
  });
});

describe("flat parameters", () => {
  test("are all numbers, one parameter after the other, and go back to their places", () => {
    const [a, b] = [mlp(1), mlp(2)];
    const flat = T.flatParameters(a);
    assert.deepEqual(
      [...flat],
      T.parameters(a).flatMap((p) => [...p.data64()]),
    );
    T.setFlatParameters(b, flat);
    for (const [i, p] of T.parameters(b).entries()) T.same(p, T.parameters(a)[i]);
  });
  test("of another model are refused", () => {
    refuses(
      () => T.setFlatParameters(mlp(1), [1, 2]),
      "ShapeError",
      /the vector does not fit.*got \[2\] and \[26\].*26 numbers/s,
    );
  });
});

describe("first weights", () => {
  const spread = (x: T.Tensor): number => Math.sqrt(x.square().mean().item());
  test("have the variance that their papers ask for", () => {
    const rng = new T.Rng(1);
    const near = (actual: number, expected: number): void =>
      assert.ok(Math.abs(actual / expected - 1) < 0.05, `${actual} for ${expected}`);
    near(spread(T.kaiming([200, 50], rng)), Math.sqrt(2 / 200));
    near(spread(T.lecun([200, 50], rng)), Math.sqrt(1 / 200));
    near(spread(T.xavier([200, 50], rng)), Math.sqrt(2 / 250));
    const w = T.xavier([200, 50], rng);
    assert.ok(w.abs().max().item() <= Math.sqrt(6 / 250) && w.abs().max().item() > Math.sqrt(6 / 250) * 0.99);
    assert.ok(w.min().item() < 0);
  });
  test("of a filter [out, in, height, width] count the window", () => {
    const rng = new T.Rng(2);
    const near = (actual: number, expected: number): void =>
      assert.ok(Math.abs(actual / expected - 1) < 0.05, `${actual} for ${expected}`);
    near(spread(T.kaiming([20, 10, 5, 5], rng)), Math.sqrt(2 / 250));
    near(spread(T.xavier([20, 10, 5, 5], rng)), Math.sqrt(2 / 750));
    near(spread(T.kaiming([100, 10, 10], rng)), Math.sqrt(2 / 100));
  });
  test("need two sides", () => {
    for (const f of [T.kaiming, T.xavier, T.lecun])
      refuses(() => f([3], new T.Rng(1)), "ShapeError", new RegExp(`${f.name}: weights connect two sides`));
  });
});

describe("optimisers", () => {
  const p = (): T.Tensor => T.parameter(T.tensor([1, 2]));
  test("refuse nothing to train, and options out of range", () => {
    for (const f of [T.sgd, T.adam, T.adamW]) {
      refuses(
        () => f([], { lr: 1 }),
        "ValueError",
        new RegExp(`${f.name}: there is nothing to train.*no parameters.*${f.name}\\(parameters`, "s"),
      );
      refuses(() => f([T.zeros([1])], { lr: 1 }), "ValueError", /requires no gradient/);
      for (const lr of [-1, NaN, Infinity]) refuses(() => f([p()], { lr }), "ValueError", /lr is out of range/);
      refuses(() => f([p()], { lr: 0, weightDecay: -1 }), "ValueError", /weightDecay is out of range/);
    }
  });
  test("step refuses to run before backward", () => {
    refuses(
      () => T.sgd([p()], { lr: 1 }).step(),
      "GradientError",
      /step: no parameter has a gradient.*loss\.backward/s,
    );
  });
  test("leave parameters without a gradient alone, also under weight decay", () => {
    const [a, b] = [p(), p()];
    a.sum().backward();
    T.sgd([a, b], { lr: 1, weightDecay: 0.5 }).step();
    assert.deepEqual(
      [a.toArray(), b.toArray()],
      [
        [-0.5, 0],
        [1, 2],
      ],
    );
  });
  test("zeroGrad forgets; without it gradients add up", () => {
    const a = p();
    const optimizer = T.sgd([a], { lr: 1 });
    a.sum().backward();
    a.sum().backward();
    optimizer.step();
    assert.deepEqual(a.toArray(), [-1, 0]);
    optimizer.zeroGrad();
    assert.equal(a.grad, null);
    refuses(() => optimizer.step(), "GradientError", /no parameter has a gradient/);
  });
  test("obey a learning rate that is changed between steps, also when step is called on its own", () => {
    const a = p();
    const optimizer = T.sgd([a], { lr: 1 });
    assert.equal(optimizer.lr, 1);
    optimizer.lr = 10;
    a.sum().backward();
    const { step } = optimizer;
    step();
    assert.deepEqual(a.toArray(), [-9, -8]);
  });
  test("adam's defaults are the paper's: the first step is the learning rate, whatever the gradient", () => {
    const a = p();
    a.mul(1000).sum().backward();
    T.adam([a]).step();
    T.same(a, [0.999, 1.999], { within: 1e-6 });
  });
  test("updates do not reach a gradient, a clone or a loss read before", () => {
    const a = p();
    const optimizer = T.sgd([a], { lr: 1 });
    const [copy, loss] = [T.noGrad(() => a.clone()), a.square().sum()];
    loss.backward();
    const g = a.grad;
    optimizer.step();
    assert.deepEqual([copy.toArray(), g?.toArray(), loss.item()], [[1, 2], [2, 4], 5]);
  });
});

describe("modes", () => {
  test("training is the default; evaluating and inTraining restore it, also after errors", () => {
    assert.ok(T.isTraining());
    assert.equal(
      T.evaluating(() => T.isTraining()),
      false,
    );
    assert.equal(
      T.evaluating(() => T.inTraining(() => T.isTraining())),
      true,
    );
    assert.throws(
      () =>
        T.evaluating(() => {
          throw new Error("x");
        }),
      /x/,
    );
    assert.ok(T.isTraining());
  });
  test("are independent of recording", () => {
    assert.equal(
      T.evaluating(() => T.isRecording()),
      true,
    );
    assert.equal(
      T.noGrad(() => T.isTraining()),
      true,
    );
  });
});

test("a network learns the digits", () => {
  const rng = new T.Rng(1);
  const { train, test } = T.split(T.digits(), { test: 297, rng });
  const model = T.sequential(T.linear(64, 32, { rng }), T.relu, T.linear(32, 10, { rng }));
  const optimizer = T.adam(T.parameters(model), { lr: 0.01 });
  const losses: number[] = [];
  for (let epoch = 0; epoch < 5; epoch++) {
    for (const [x, y] of T.batches(train, { size: 64, rng })) {
      const loss = T.crossEntropy(model(x), y);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      losses.push(loss.item());
    }
  }
  assert.equal(losses.length, 5 * 24);
  const score = T.accuracy(
    T.noGrad(() => model(test.x)),
    test.y,
  );
  assert.ok(score > 0.92, `${score}`);
});
