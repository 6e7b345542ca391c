/** Threshold units, the perceptron's rule, multilayer perceptrons and looking into them. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const corners = T.tensor([
  [0, 0],
  [0, 2],
  [2, 0],
  [2, 2],
]);
const labels = (...y: number[]): Int32Array => Int32Array.from(y);

describe("a threshold", () => {
  test("lets 0 pass, and nothing below", () => {
    assert.deepEqual(T.heaviside(T.tensor([-1e-6, 0, -0, 1e-6, Infinity, -Infinity])).toArray(), [0, 1, 1, 1, 1, 0]);
  });
});

describe("the perceptron's rule", () => {
  test("adds a silent example that should fire, and takes away one that should not", () => {
    const once = T.perceptronTrain({ x: T.tensor([[3, -5]]), y: labels(0) }, { epochs: 1 });
    assert.deepEqual([once.W.toArray(), once.b.toArray()], [[[-3], [5]], [-1]]);
    const two = T.perceptronTrain({ x: T.tensor([[3], [5]]), y: labels(0, 1) }, { epochs: 1 });
    assert.deepEqual([two.W.toArray(), two.b.toArray(), two.mistakes], [[[2]], [0], [2]]);
  });
  test("ends with a pass without a mistake, and is then right everywhere", () => {
    const y = labels(0, 1, 1, 1);
    const { W, b, mistakes, converged } = T.perceptronTrain({ x: corners, y });
    assert.equal(converged, true);
    assert.equal(mistakes.at(-1), 0);
    assert.equal(mistakes.slice(0, -1).includes(0), false);
    assert.deepEqual([...T.heaviside(T.affine(corners, W, b)).data()], [...y]);
  });
  test("never ends on XOR", () => {
    const { mistakes, converged } = T.perceptronTrain({ x: corners, y: labels(0, 1, 1, 0) }, { epochs: 500 });
    assert.equal(converged, false);
    assert.equal(mistakes.length, 500);
    assert.ok(Math.min(...mistakes) > 0);
  });
  test("makes no more mistakes than (R/γ)², for a line known beforehand", () => {
    const rng = new T.Rng(4);
    const u = [3, -2, 6].map((v) => v / 7); // length 1; the last one goes with the constant 1
    const rows: number[][] = [];
    while (rows.length < 200) {
      const row = [rng.uniform(-1, 1), rng.uniform(-1, 1)];
      if (Math.abs(u[0] * row[0] + u[1] * row[1] + u[2] - 0.8) > 0.05) rows.push(row);
    }
    const score = ([p, q]: number[]): number => u[0] * p + u[1] * q + u[2] - 0.8;
    const y = Int32Array.from(rows, (row) => (score(row) >= 0 ? 1 : 0));
    const length = Math.hypot(u[0], u[1], u[2] - 0.8);
    const margin = Math.min(...rows.map((row) => Math.abs(score(row)))) / length;
    const radius = Math.max(...rows.map(([p, q]) => Math.hypot(p, q, 1)));
    const { mistakes, converged } = T.perceptronTrain({ x: T.tensor(rows), y });
    assert.equal(converged, true);
    assert.ok(mistakes.reduce((sum, m) => sum + m, 0) <= (radius / margin) ** 2);
  });
  test("refuses labels other than 0 and 1, and rows without labels", () => {
    refuses(() => T.perceptronTrain({ x: corners, y: labels(-1, 1, 1, 1) }), "ValueError", /0 or 1/);
    refuses(() => T.perceptronTrain({ x: corners, y: labels(0, 1) }), "ValueError", /4, 2.* and 2 labels/);
  });
});

describe("mlp", () => {
  test("has its activation between linear layers and not after the last", () => {
    const net = T.mlp([2, 3, 4, 1], { rng: new T.Rng(1), activation: T.heaviside });
    assert.deepEqual(
      T.parameters(net).map((p) => p.shape),
      [[2, 3], [3], [3, 4], [4], [4, 1], [1]],
    );
    const outputs = T.forwardTrace(net, corners).map(({ output }) => output);
    assert.ok([...outputs[3].data()].every((v) => v === 0 || v === 1));
    assert.ok([...net(corners).data()].some((v) => v !== 0 && v !== 1));
  });
  test("may have no biases", () => {
    assert.equal(T.countParameters(T.mlp([5, 3, 2], { rng: new T.Rng(1), bias: false })), 21);
  });
  test("refuses what is no list of widths", () => {
    refuses(() => T.mlp([3], { rng: new T.Rng(1) }), "ValueError", /input and an output/);
    refuses(() => T.mlp([3, 0], { rng: new T.Rng(1) }), "ValueError", /input and an output/);
  });
});

describe("looking into a model", () => {
  const rng = (): T.Rng => new T.Rng(2);
  test("counts weights and biases, and shared ones once", () => {
    const shared = T.linear(4, 4, { rng: rng() });
    assert.equal(T.countParameters(T.sequential(shared, T.relu, shared)), 20);
    assert.equal(T.countParameters(T.mlp([64, 32, 32, 10], { rng: rng() })), 3466);
  });
  test("does not count what is not trained", () => {
    const layer = T.batchNormLayer(3);
    assert.equal(T.countParameters(layer), 6);
  });
  test("traces every layer, nested ones too, and ends with the output", () => {
    const inner = T.sequential((x) => x.mul(2), T.relu);
    const net = T.sequential(
      (x) => x.add(1),
      inner,
      (x) => x.sum(1),
    );
    const trace = T.forwardTrace(net, T.tensor([[-3, 4]]));
    assert.deepEqual(
      trace.map(({ name, output }) => [name, output.toArray()]),
      [
        ["0", [[-2, 5]]],
        ["1.0", [[-4, 10]]],
        ["1.1", [[0, 10]]],
        ["2", [10]],
      ],
    );
    assert.deepEqual(net(T.tensor([[-3, 4]])).toArray(), [10]);
  });
  test("finds shapes without recording, and without changing running statistics", () => {
    const norm = T.batchNormLayer(3);
    const net = T.sequential(T.linear(2, 3, { rng: rng() }), norm, T.linear(3, 1, { rng: rng() }));
    const before = T.stateDict(net);
    assert.deepEqual(T.outputShapes(net, [7, 2]), [
      [7, 3],
      [7, 3],
      [7, 1],
    ]);
    for (const [name, x] of Object.entries(T.stateDict(net))) T.same(x, before[name]);
  });
});
