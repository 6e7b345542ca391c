/** Layers with parts, clipping and schedules. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";
import { refuses } from "./support/close.ts";

const rng = (seed = 1): T.Rng => new T.Rng(seed);
const drawn = (shape: T.Shape, seed = 2): T.Tensor => T.randomNormal(shape, { rng: rng(seed) });
const names = (m: T.AnyModule): string[] => T.namedTensors(m).map(([name]) => name);
const shapes = (m: T.AnyModule): T.Shape[] => T.parameters(m).map((p) => p.shape);

describe("layers", () => {
  test("conv2dLayer is conv2d with its filters, grouped, with or without bias", () => {
    const layer = T.conv2dLayer(4, 6, { size: [3, 2], stride: 2, pad: 1, groups: 2, rng: rng() });
    const x = drawn([2, 4, 5, 5]);
    assert.deepEqual(shapes(layer), [[6, 2, 3, 2], [6]]);
    assert.deepEqual(layer.parts.b?.toArray(), [0, 0, 0, 0, 0, 0]);
    T.same(layer(x), T.conv2d(x, layer.parts.W, { stride: 2, pad: 1, groups: 2 }));
    if (layer.parts.b) T.assign(layer.parts.b, T.ones([6]));
    T.same(layer(x), T.conv2d(x, layer.parts.W, { stride: 2, pad: 1, groups: 2 }).add(1));
    assert.deepEqual(shapes(T.conv2dLayer(1, 2, { size: 3, bias: false, rng: rng() })), [[2, 1, 3, 3]]);
  });
  test("conv1dLayer is conv1d with its filters", () => {
    const layer = T.conv1dLayer(4, 6, { size: 3, stride: 2, dilation: 2, pad: [4, 0], groups: 2, rng: rng() });
    const { W, b } = layer.parts;
    T.assign(b as T.Tensor, T.arange(6));
    const x = T.randomNormal([2, 4, 7], { rng: rng() });
    T.same(layer(x), T.conv1d(x, W, { stride: 2, dilation: 2, pad: [4, 0], groups: 2, bias: b }));
    assert.deepEqual(shapes(layer), [[6, 2, 3], [6]]);
    assert.deepEqual(shapes(T.conv1dLayer(1, 2, { size: 3, bias: false, rng: rng() })), [[2, 1, 3]]);
  });
  test("convTranspose2dLayer is convTranspose2d, and its filters start by what flows into an output", () => {
    const layer = T.convTranspose2dLayer(4, 6, {
      size: [3, 2],
      stride: 2,
      pad: 1,
      outputPad: [1, 0],
      groups: 2,
      rng: rng(),
    });
    const { W, b } = layer.parts;
    T.assign(b as T.Tensor, T.arange(6));
    const x = T.randomNormal([2, 4, 3, 3], { rng: rng() });
    const options = { stride: 2, pad: 1, outputPad: [1, 0], groups: 2, bias: b } as const;
    T.same(layer(x), T.convTranspose2d(x, W, options));
    assert.deepEqual(shapes(layer), [[4, 3, 3, 2], [6]]);
    const wide = T.convTranspose2dLayer(64, 2, { size: 4, bias: false, rng: rng() });
    assert.deepEqual(shapes(wide), [[64, 2, 4, 4]]);
    const expected = 2 / (64 * 16);
    assert.ok(Math.abs(wide.parts.W.variance().item() / expected - 1) < 0.1);
  });
  test("groupNormLayer, instanceNormLayer and rmsNormLayer start as plain standardisation", () => {
    const x = T.randomNormal([2, 4, 3], { rng: rng() });
    const [one, zero] = [T.ones([4]), T.zeros([4])];
    T.same(T.groupNormLayer(4, { groups: 2, eps: 1 })(x), T.groupNorm(x, one, zero, { groups: 2, eps: 1 }));
    T.same(T.instanceNormLayer(4, { eps: 1 })(x), T.instanceNorm(x, one, zero, { eps: 1 }));
    T.same(T.rmsNormLayer(3, { eps: 1 })(x), T.rmsNorm(x, T.ones([3]), { eps: 1 }));
    assert.deepEqual(shapes(T.rmsNormLayer(3)), [[3]]);
    assert.deepEqual(shapes(T.groupNormLayer(4, { groups: 2 })), [[4], [4]]);
  });
  test("preluLayer learns one slope, or one for each channel", () => {
    assert.deepEqual(shapes(T.preluLayer()), [[]]);
    const layer = T.preluLayer(2);
    layer(
      T.tensor([
        [-1, 2],
        [-3, -5],
      ]),
    )
      .sum()
      .backward();
    T.same(layer.parts.slope.grad ?? T.zeros([0]), T.tensor([-4, -5]));
  });
  test("layerNormLayer and batchNormLayer start as plain standardisation", () => {
    const x = drawn([4, 3]);
    T.same(T.layerNormLayer(3)(x), T.layerNorm(x, T.ones([3]), T.zeros([3])));
    T.same(T.layerNormLayer(3, { eps: 1 })(x), T.layerNorm(x, T.ones([3]), T.zeros([3]), { eps: 1 }));
    const layer = T.batchNormLayer(3, { momentum: 1 });
    assert.deepEqual(names(layer), ["gain", "bias", "mean", "variance"]);
    assert.deepEqual(shapes(layer), [[3], [3]]);
    T.same(layer(x).mean(0), [0, 0, 0], { within: 1e-6 });
    T.same(layer.parts.mean, x.mean(0), { within: 1e-6 });
    T.same(layer.parts.variance, x.variance(0, { correction: 1 }), { within: 1e-6 });
    T.same(
      T.evaluating(() => layer(x)),
      x.sub(x.mean(0)).div(x.variance(0, { correction: 1 }).add(1e-5).sqrt()),
      { within: 1e-5 },
    );
  });
  test("batch statistics travel with the state", () => {
    const [a, b] = [T.batchNormLayer(2), T.batchNormLayer(2)];
    a(drawn([5, 2]));
    T.loadStateDict(b, T.stateDict(a));
    T.same(b.parts.mean, a.parts.mean);
    assert.notDeepEqual(a.parts.mean.toArray(), [0, 0]);
  });
  test("dropoutLayer drops other numbers each time", () => {
    const layer = T.dropoutLayer({ rate: 0.5, rng: rng() });
    const x = T.ones([50]);
    assert.notDeepEqual(layer(x).toArray(), layer(x).toArray());
    assert.ok(T.evaluating(() => layer(x)) === x);
  });
  test("embeddingLayer looks tokens up, and only those learn", () => {
    const layer = T.embeddingLayer(200, 40, { rng: rng() });
    const { table } = layer.parts;
    assert.ok(Math.abs(table.variance().item() - 0.02 ** 2) < 0.0001);
    layer([
      [3, 3],
      [5, 3],
    ])
      .sum()
      .backward();
    assert.deepEqual(T.nonzero((table.grad ?? table).sum(1)), Int32Array.of(3, 5));
    assert.ok(T.embeddingLayer(200, 40, { rng: rng(), std: 1 }).parts.table.variance().item() > 0.9);
  });
  test("multiHeadAttentionLayer attends to itself, to a context, to the past only", () => {
    const layer = T.multiHeadAttentionLayer(4, { heads: 2, rng: rng() });
    const [x, context] = [drawn([2, 3, 4]), drawn([2, 5, 4], 3)];
    assert.deepEqual(names(layer), ["q.W", "q.b", "k.W", "k.b", "v.W", "v.b", "out.W", "out.b"]);
    T.same(layer(x), layer(x, { context: x }));
    assert.deepEqual(layer(x, { context }).shape, [2, 3, 4]);
    const hideLast = T.tensor([0, 0, 0, 0, -Infinity]);
    T.same(layer(x, { context, mask: hideLast }), layer(x, { context: context.slice(0, 4, 1) }), { within: 1e-6 });
    const causal = T.multiHeadAttentionLayer(4, { heads: 2, rng: rng(), causal: true, bias: false });
    const changed = T.concat([x.slice(0, 2, 1), x.slice(2, 3, 1).add(9)], 1);
    T.same(causal(x).slice(0, 2, 1), causal(changed).slice(0, 2, 1));
    assert.deepEqual(names(causal), ["q.W", "k.W", "v.W", "out.W"]);
    for (const heads of [3, 0, 1.5])
      refuses(
        () => T.multiHeadAttentionLayer(4, { heads, rng: rng() }),
        "ValueError",
        /multiHeadAttentionLayer: the features do not divide/,
      );
  });
});

describe("recurrent layers", () => {
  const x = drawn([2, 5, 3]);
  const cut = (t: number, u?: number): T.Tensor => x.slice(t, u, 1);
  const last = (y: T.Tensor): T.Tensor => y.slice(4, 5, 1).reshape([2, 4]);
  test("go on from a state as if the sequence had not been cut", () => {
    for (const make of [T.rnn, T.gru]) {
      const layer = make(3, 4, { rng: rng() });
      const { outputs, state } = layer(x);
      assert.deepEqual(outputs.shape, [2, 5, 4]);
      T.same(last(outputs), state);
      T.same(layer(cut(2), layer(cut(0, 2)).state).state, state, { within: 1e-6 });
    }
    const layer = T.lstm(3, 4, { rng: rng() });
    const { outputs, state } = layer(x);
    T.same(last(outputs), state.h);
    T.same(layer(cut(2), layer(cut(0, 2)).state).state.c, state.c, { within: 1e-6 });
  });
  test("start with orthogonal gates from the state, and an open forget gate", () => {
    const layer = T.lstm(3, 4, { rng: rng() });
    const { Wh, b } = Object.fromEntries(T.namedTensors(layer));
    for (const gate of T.chunk(Wh, 4, 1)) T.same(gate.matmul(gate.transpose()), T.eye(4), { within: 1e-5 });
    assert.deepEqual(b.toArray(), [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(shapes(T.rnn(3, 4, { rng: rng() })), [[3, 4], [4, 4], [4]]);
    refuses(() => layer(T.zeros([5, 3])), "ShapeError", /dims/);
  });
  test("learn to say the first number again at the end", () => {
    const source = rng(4);
    const layer = T.lstm(1, 8, { rng: source });
    const out = T.linear(8, 1, { rng: source });
    const params = [...T.parameters(layer), ...T.parameters(out)];
    const optimizer = T.adam(params, { lr: 0.02 });
    let loss = T.zeros([]);
    for (let i = 0; i < 120; i++) {
      const batch = T.randomUniform([16, 4, 1], { rng: source, low: -1, high: 1 });
      loss = T.meanSquaredError(out(layer(batch).state.h), batch.slice(0, 1, 1).reshape([16, 1]));
      optimizer.zeroGrad();
      loss.backward();
      T.clipGradNorm(params, 1);
      optimizer.step();
    }
    assert.ok(loss.item() < 0.08, `${loss.item()}`); // guessing 0 costs 1/3
  });
});

describe("orthogonal", () => {
  test("has rows or columns of length 1 at right angles, whichever are fewer", () => {
    for (const shape of [
      [4, 4],
      [3, 7],
      [7, 3],
      [1, 1],
    ] as const) {
      const W = T.orthogonal(shape, rng());
      assert.deepEqual(W.shape, shape);
      const product = shape[0] <= shape[1] ? W.matmul(W.transpose()) : W.transpose().matmul(W);
      T.same(product, T.eye(Math.min(...shape)), { within: 1e-6 });
    }
    assert.notDeepEqual(T.orthogonal([3, 3], rng()).toArray(), T.orthogonal([3, 3], rng(2)).toArray());
  });
  test("needs a matrix", () => {
    for (const shape of [[3], [2, 2, 2], [0, 2], [2, 0]])
      refuses(() => T.orthogonal(shape, rng()), "ShapeError", /orthogonal: right angles need/);
  });
});

for (const candidate of backends) {
  describe(`${candidate.name}: clipping`, () => {
    const pair = (): [T.Tensor, T.Tensor] => {
      const [a, b] = [T.parameter(T.tensor([3])), T.parameter(T.tensor([[4, 0]]))];
      a.square().sum().add(b.square().sum()).backward(); // gradients [6], [[8, 0]]: together of length 10
      return [a, b];
    };
    const grads = (ps: readonly T.Tensor[]): T.Nested[] => ps.map((p) => (p.grad ?? T.zeros([0])).toArray());
    test("by norm keeps the direction of all gradients together, and leaves small ones alone", () =>
      on(candidate, () => {
        const ps = pair();
        assert.equal(T.clipGradNorm([...ps, T.parameter(T.ones([2]))], 20), 10);
        assert.deepEqual(grads(ps), [[6], [[8, 0]]]);
        assert.equal(T.clipGradNorm(ps, 5), 10);
        assert.deepEqual(grads(ps), [[3], [[4, 0]]]);
      }));
    test("by value limits each number", () =>
      on(candidate, () => {
        const ps = pair();
        T.clipGradValue(ps, 7);
        assert.deepEqual(grads(ps), [[6], [[7, 0]]]);
        T.clipGradValue(ps, 0.5);
        assert.deepEqual(grads(ps), [[0.5], [[0.5, 0]]]);
        const c = T.parameter(T.tensor([1]));
        c.mul(-9).sum().backward();
        T.clipGradValue([c], 2);
        assert.deepEqual(grads([c]), [[-2]]);
      }));
    test("leaves a gradient that was read before as it was, and the optimiser sees the clipped one", () =>
      on(candidate, () => {
        const ps = pair();
        const before = ps[0].grad;
        T.clipGradNorm(ps, 5);
        T.sgd(ps, { lr: 1 }).step();
        assert.deepEqual([before?.toArray(), ps[0].grad?.toArray(), ps[0].toArray()], [[6], [3], [0]]);
      }));
  });
}

describe("clipping refuses", () => {
  const p = T.parameter(T.ones([1]));
  test("limits that are not positive, and parameters without gradients", () => {
    for (const [op, f] of Object.entries({ clipGradNorm: T.clipGradNorm, clipGradValue: T.clipGradValue })) {
      for (const limit of [0, -1, NaN])
        refuses(() => f([p], limit), "ValueError", new RegExp(`${op}: the limit is not positive`));
      refuses(() => f([p], 1), "GradientError", new RegExp(`${op}: no parameter has a gradient.*1 parameters`, "s"));
      refuses(() => f([], 1), "GradientError", /no parameter/);
    }
  });
  test("gradients that are not finite", () => {
    const q = T.parameter(T.zeros([1]));
    q.sqrt().sum().backward();
    refuses(() => T.clipGradNorm([q], 1), "GradientError", /not finite.*a length of Infinity/s);
  });
});

describe("schedules", () => {
  const rates = (schedule: T.Schedule, ...ts: number[]): number[] => ts.map(schedule);
  test("fall by steps, by a factor, along a cosine", () => {
    assert.deepEqual(rates(T.stepDecay({ lr: 1, every: 3, factor: 0.5 }), 0, 2, 3, 5, 6), [1, 1, 0.5, 0.5, 0.25]);
    assert.ok(Math.abs(T.stepDecay({ lr: 1, every: 2 })(5) - 0.01) < 1e-15);
    assert.deepEqual(rates(T.exponentialDecay({ lr: 4, factor: 0.5 }), 0, 1, 3), [4, 2, 0.5]);
    const cosine = T.cosineDecay({ lr: 3, steps: 7, min: 1 });
    for (let t = 0; t <= 7; t++) {
      const expected = 1 + (3 - 1) * 0.5 * (1 + Math.cos((Math.PI * t) / 7));
      assert.ok(Math.abs(cosine(t) - expected) < 1e-14, `${t}`);
    }
    assert.ok(Math.abs(cosine(100) - 1) < 1e-14);
    assert.ok(Math.abs(T.cosineDecay({ lr: 1, steps: 2 })(2)) < 1e-15);
  });
  test("warm up evenly to the first rate, then begin", () => {
    const schedule = T.warmUp(T.stepDecay({ lr: 1, every: 1, factor: 0.5 }), { steps: 2 });
    assert.deepEqual(rates(schedule, 0, 1, 2, 3, 4), [0.5, 1, 1, 0.5, 0.25]);
  });
  test("steer an optimiser", () => {
    const p = T.parameter(T.tensor([0]));
    const optimizer = T.sgd([p], { lr: 1 });
    const schedule = T.exponentialDecay({ lr: 1, factor: 0.5 });
    for (let t = 0; t < 3; t++) {
      optimizer.lr = schedule(t);
      optimizer.zeroGrad();
      p.sum().backward();
      optimizer.step();
    }
    assert.deepEqual(p.toArray(), [-1.75]);
  });
  test("refuse numbers out of range", () => {
    for (const bad of [0, -1, NaN, Infinity]) {
      refuses(() => T.stepDecay({ lr: 1, every: bad }), "ValueError", /stepDecay: every is out of range/);
      refuses(() => T.stepDecay({ lr: bad, every: 1 }), "ValueError", /lr is out of range/);
      refuses(() => T.exponentialDecay({ lr: 1, factor: bad }), "ValueError", /exponentialDecay: factor/);
      refuses(() => T.cosineDecay({ lr: 1, steps: bad }), "ValueError", /cosineDecay: steps/);
      refuses(() => T.warmUp(() => 1, { steps: bad }), "ValueError", /warmUp: steps.*above 0/s);
    }
    refuses(() => T.cosineDecay({ lr: 1, steps: 1, min: -1 }), "ValueError", /min is out of range.*from 0 up/s);
  });
});
