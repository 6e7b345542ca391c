/** Kind 1: the gradient of every differentiable function against a measured slope, and gradients of gradients. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { layerInputs } from "./support/layers.ts";
import { lossInputs } from "./support/losses.ts";
import { movementInputs } from "./support/movement.ts";
import { type Inputs, operations } from "./support/operations.ts";

const rng = new T.Rng(11);
const anywhere = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: -2, high: 2 });
const positive = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: 0.5, high: 2 });
/** Numbers at least 0.1 from each other and from 0, where corners and ties are out of reach of the measurement. */
const apart = (...shape: number[]): T.Tensor => {
  const n = T.sizeOf(shape);
  return T.tensor(
    Float64Array.from(rng.permutation(n), (k) => (k - n / 2 + 0.5) * 0.22),
    { shape },
  );
};

/** Inputs for each operation. Those left out have no gradient anywhere. */
const inputs: Inputs = {
  ...Object.fromEntries(
    ["neg", "exp", "sin", "cos", "tanh", "erf", "sigmoid", "square", "softplus", "silu", "gelu", "geluTanh"].map(
      (op) => [op, [[[anywhere(2, 3)]], [[anywhere()]]]],
    ),
  ),
  ...Object.fromEntries(["log", "log1p", "sqrt", "reciprocal"].map((op) => [op, [[[positive(2, 3)]]]])),
  ...Object.fromEntries(
    ["abs", "relu", "leakyRelu", "leakyReluSlope", "elu", "eluAlpha", "selu", "relu6", "hardSigmoid", "clamp"].map(
      (op) => [op, [[[apart(3, 4)]]]],
    ),
  ),
  ...Object.fromEntries(
    ["add", "sub", "mul", "div", "pow"].map((op) => [
      op,
      [[[positive(2, 3), positive(2, 3)]], [[positive(2, 1), positive(3)]], [[positive(), positive(2, 2)]]],
    ]),
  ),
  ...Object.fromEntries(["maximum", "minimum"].map((op) => [op, [[[apart(2, 3), apart(3).mul(1.37)]]]])),
  ...Object.fromEntries(
    ["sum", "mean", "max", "min", "variance", "std"].map((op) => [
      op,
      [[[apart(2, 3, 2)]], [[apart(2, 3)], { axes: [0] }], [[apart(2, 3, 2)], { axes: [-1, 0], keep: true }]],
    ]),
  ),
  matmul: [
    [[anywhere(2, 3), anywhere(3, 4)]],
    [[anywhere(2, 2, 3), anywhere(3, 2)]],
    [[anywhere(2, 1, 2, 3), anywhere(3, 3, 2)]],
  ],
  prelu: [[[apart(2, 3, 2), positive(3)]], [[apart(2, 3), positive()]]],
  affine: [[[anywhere(4, 3), anywhere(3, 2), anywhere(2)]]],
  reshape: [[[anywhere(2, 3)], { shape: [3, -1] }]],
  permute: [[[anywhere(2, 3, 4)], { order: [2, 0, 1] }]],
  transpose: [[[anywhere(2, 3)]]],
  expand: [[[anywhere(3, 1)], { shape: [2, 3, 4] }]],
  slice: [[[anywhere(2, 5)], { start: 1, end: -1, axis: 1 }]],
  pad: [
    [
      [anywhere(2, 3)],
      {
        widths: [
          [1, 0],
          [0, 2],
        ],
      },
    ],
  ],
  concat: [[[anywhere(2, 3), anywhere(2, 1)], { axis: 1 }]],
  stack: [[[anywhere(2, 3), anywhere(2, 3)], { axis: 1 }]],
  at: [[[anywhere(3, 2)], { positions: [-1] }]],
  gather: [[[anywhere(3, 2)], { rows: [2, 0, 2] }]],
  scatterAdd: [[[anywhere(3, 2)], { rows: [1, 3, 1], count: 4 }]],
  unfold: [[[anywhere(1, 2, 4, 5)], { size: [2, 3], stride: [1, 2], pad: [1, 0] }]],
  fold: [[[anywhere(1, 8, 4)], { shape: [1, 2, 3, 3], size: [2, 2] }]],
  softmax: [[[anywhere(3, 4)]], [[anywhere(3, 4)], { axis: 0 }]],
  logSoftmax: [[[anywhere(3, 4)]], [[anywhere(3, 4)], { axis: 0 }]],
  logSumExp: [[[anywhere(3, 4)]], [[anywhere(3, 4)], { axis: 0 }]],
  crossEntropy: [[[anywhere(3, 4)], { labels: [1, 0, 3] }]],
  meanSquaredError: [[[anywhere(2, 3), anywhere(2, 3)]]],
  meanAbsoluteError: [[[apart(2, 3), apart(2, 3).mul(1.37)]]],
  binaryCrossEntropyWithLogits: [[[anywhere(2, 3), positive(2, 3).div(2)]]],
  ...movementInputs,
  ...layerInputs,
  ...lossInputs,
};
const flat = [
  "sign",
  "floor",
  "round",
  "greater",
  "less",
  "equal",
  "argmax",
  "argmin",
  "runningStatistics",
  "sortPositions",
  "topkPositions",
];

test("every operation is checked or has no gradient", () => {
  assert.deepEqual(
    Object.keys(operations).filter((op) => !(op in inputs) && !flat.includes(op) && op !== "where"),
    [],
  );
});

describe("the gradient agrees with a measured slope:", () => {
  for (const [op, cases] of Object.entries(inputs)) {
    test(op, () => {
      for (const [xs, options = {}] of cases) T.checkGradients((...own) => operations[op](own, options), xs);
    });
  }
});

test("where: each side gets the gradient of what was chosen from it, and NaN on the other side does not matter", () => {
  const condition = (): T.Tensor => T.tensor([1, 0, 1]);
  T.checkGradients((a, b) => T.where(condition(), a, b), [anywhere(2, 1), anywhere(2, 3)]);
  const x = T.parameter(T.tensor([1, -1, 4]));
  const [g] = T.gradients(T.where(x.greater(0), x.square(), T.tensor([NaN, 0, NaN])).sum(), [x]);
  assert.deepEqual(g.toArray(), [2, 0, 8]);
});

describe("the gradient of the gradient agrees with a measured slope:", () => {
  for (const [op, cases] of Object.entries(inputs)) {
    test(op, () => {
      for (const [xs, options = {}] of cases) {
        const squares = (...own: T.Tensor[]): T.Tensor => operations[op](own, options).square().sum();
        const gradient = (...own: T.Tensor[]): T.Tensor =>
          T.concat([T.grad(squares)(...own)].flat().map((g) => g.reshape([-1])));
        T.checkGradients(gradient, xs);
      }
    });
  }
});

describe("operations without a gradient send zeros back:", () => {
  for (const op of ["sign", "floor", "round"]) {
    test(op, () => {
      const x = T.parameter(T.tensor([1.5, -0.5]));
      assert.deepEqual(T.gradients(operations[op]([x], {}).sum(), [x])[0].toArray(), [0, 0]);
    });
  }
  for (const op of ["greater", "less", "equal"]) {
    test(op, () => {
      const xs = [T.parameter(T.tensor([1, 2])), T.parameter(T.tensor([2, 2]))];
      const found = T.gradients(operations[op](xs, {}).sum(), xs);
      assert.deepEqual(
        found.map((g) => g.toArray()),
        [
          [0, 0],
          [0, 0],
        ],
      );
    });
  }
  test("the condition of where", () => {
    const c = T.parameter(T.tensor([1, 0]));
    assert.deepEqual(T.gradients(T.where(c, 3, 4).sum(), [c])[0].toArray(), [0, 0]);
  });
});

describe("checkGradients", () => {
  test("finds a wrong rule", () => {
    const wrong = (x: T.Tensor): T.Tensor => x.mul(x).add(x.detach().mul(0.001));
    assert.throws(() => T.checkGradients(wrong, [anywhere(3)]), { name: "GradientError", op: "checkGradients" });
  });
  test("finds a wrong rule of one input among several", () => {
    assert.throws(() => T.checkGradients((a, b) => a.mul(b.detach()), [anywhere(3), anywhere(3)]), /relative error/);
  });
  test("returns the relative error and leaves the backend as it was", () => {
    const before = T.backend().name;
    assert.ok(T.checkGradients((x) => x.exp(), [anywhere(3)]) < 1e-9);
    assert.equal(T.backend().name, before);
  });
  test("measures the error relative to the slope", () => {
    T.checkGradients((x) => x.exp().mul(1e8), [T.tensor([1, 2])]);
    assert.throws(
      () => T.checkGradients((x) => x.mul(1e8).add(x.detach().mul(1e4)), [T.tensor([1, 2])]),
      /relative error/,
    );
  });
  test("passes in float32 with a wider step and tolerance", () => {
    const error = T.checkGradients((x) => x.square(), [anywhere(3)], { on: "reference", step: 0.1, within: 1e-3 });
    assert.ok(error > 0 && error < 1e-3);
  });
});
