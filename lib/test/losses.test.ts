/** Losses and directional derivatives: what they refuse, and identities that golden values do not show. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";
import { refuses } from "./support/close.ts";

const logits = T.tensor([
  [2, 0, -1],
  [0, 3, 1],
]);
const labels = [0, 2];

describe("losses", () => {
  test("meet cross-entropy in their limits", () => {
    const expected = T.crossEntropy(logits, labels);
    T.same(T.negativeLogLikelihood(T.logSoftmax(logits), labels), expected, { within: 1e-6 });
    T.same(T.softCrossEntropy(logits, T.oneHot(labels, 3)), expected, { within: 1e-6 });
    T.same(T.focalLoss(logits, labels, { gamma: 0 }), expected, { within: 1e-6 });
    T.same(T.generalizedCrossEntropy(logits, labels, { q: 1e-3 }), expected, { within: 1e-2 });
  });
  test("generalised cross-entropy sends no gradient to labels that are less probable than `least`", () => {
    const z = T.parameter(
      T.tensor([
        [4, 0],
        [0, 4],
      ]),
    );
    const [g] = T.gradients(T.generalizedCrossEntropy(z, [0, 0], { least: 0.5 }), [z]);
    assert.ok(g.at(0, 0).item() < 0, "the probable label is pushed up");
    T.same(g.at(1), [0, 0]);
    for (const least of [-0.1, 1, NaN])
      refuses(() => T.generalizedCrossEntropy(z, [0, 0], { least }), "ValueError", /least is out of range/);
  });
  test("have the defaults of their papers", () => {
    T.same(T.focalLoss(logits, labels), T.focalLoss(logits, labels, { gamma: 2 }));
    T.same(T.generalizedCrossEntropy(logits, labels), T.generalizedCrossEntropy(logits, labels, { q: 0.7 }));
    T.same(T.huberLoss(T.tensor([5]), T.tensor([0])), T.huberLoss(T.tensor([5]), T.tensor([0]), { delta: 1 }));
    T.same(T.smoothLabels(labels, 3), T.smoothLabels(labels, 3, { by: 0.1 }));
  });
  test("smoothed labels are distributions, from one-hot to uniform", () => {
    T.same(T.smoothLabels(labels, 3, { by: 0.3 }).sum(1), [1, 1], { within: 1e-6 });
    T.same(T.smoothLabels(labels, 3, { by: 0 }), T.oneHot(labels, 3));
    T.same(T.smoothLabels(labels, 4, { by: 1 }), T.full([2, 4], 0.25));
    for (const by of [-0.1, 1.1, NaN]) refuses(() => T.smoothLabels(labels, 3, { by }), "ValueError", /smoothLabels/);
    refuses(() => T.smoothLabels([3], 3), "IndexError", /oneHot/);
  });
  test("divergence is 0 between equals and infinite where the impossible happened", () => {
    const [p, q] = [T.tensor([0.5, 0.5, 0]), T.tensor([1, 0, 0])];
    assert.equal(T.klDivergence(p, p).item(), 0);
    assert.equal(T.klDivergence(p, q).item(), Infinity);
    assert.ok(Math.abs(T.klDivergence(q, p).item() - Math.log(2)) < 1e-6);
    const own = T.parameter(p);
    T.klDivergence(own, T.tensor([0.5, 0.25, 0.25])).backward();
    assert.ok([...(own.grad ?? q).data64()].every(Number.isFinite));
  });
  test("refuse labels, shapes and options that do not fit", () => {
    for (const [op, f] of Object.entries({
      negativeLogLikelihood: T.negativeLogLikelihood,
      focalLoss: T.focalLoss,
      generalizedCrossEntropy: T.generalizedCrossEntropy,
    })) {
      refuses(() => f(logits, [0, 3]), "IndexError", new RegExp(`${op}: a label is not one`));
      refuses(() => f(logits, [0]), "ShapeError", new RegExp(`${op}: 1 labels`));
    }
    for (const [op, f] of Object.entries({ softCrossEntropy: T.softCrossEntropy, klDivergence: T.klDivergence })) {
      refuses(() => f(logits, T.zeros([3])), "ShapeError", new RegExp(`${op}: each row needs a distribution`));
      refuses(() => f(T.tensor(1), T.tensor(1)), "ShapeError", /same length/);
    }
    for (const gamma of [-1, NaN]) refuses(() => T.focalLoss(logits, labels, { gamma }), "ValueError", /gamma is out/);
    for (const q of [0, -1, 1.1, NaN])
      refuses(() => T.generalizedCrossEntropy(logits, labels, { q }), "ValueError", /q is out of range/);
    for (const delta of [0, -1, NaN])
      refuses(() => T.huberLoss(logits, logits, { delta }), "ValueError", /huberLoss: delta is not positive/);
    refuses(() => T.huberLoss(logits, T.zeros([2])), "ShapeError", /huberLoss: .*target\.reshape\(\[2, 3\]\)/s);
    refuses(() => T.hingeLoss(logits, T.zeros([2])), "ShapeError", /hingeLoss: prediction and target/);
    refuses(() => T.hingeLoss(T.zeros([2]), T.tensor([1, 0])), "ValueError", /hingeLoss: a label is neither.*got 0/s);
  });
});

for (const candidate of backends) {
  describe(`${candidate.name}: forward mode`, () => {
    const near = { within: candidate.within * 20 };
    const W = (): T.Tensor => T.randomNormal([3, 2], { rng: new T.Rng(1) });
    const f = (x: T.Tensor): T.Tensor =>
      x
        .matmul(W())
        .tanh()
        .mul(x.sum(1, { keep: true }));
    const point = (): T.Tensor => T.randomNormal([2, 3], { rng: new T.Rng(2) });
    test("is the product with the Jacobian that backward mode gives row by row", () =>
      on(candidate, () => {
        const [x, v] = [T.parameter(point()), T.randomNormal([2, 3], { rng: new T.Rng(3) })];
        const { value, derivative } = T.jvp(f, x.detach(), v);
        const y = f(x);
        T.same(value, y.detach());
        const rows = Array.from({ length: 4 }, (_, i) => {
          const upstream = T.eye(4).at(i).reshape([2, 2]);
          return T.gradients(y, [x], { upstream })[0].mul(v).sum().item();
        });
        T.same(derivative, T.tensor(rows, { shape: [2, 2] }), near);
        assert.equal(derivative.requiresGrad, false);
      }));
    test("nests: the second derivative along a line, and a gradient of it", () =>
      on(candidate, () => {
        const one = (): T.Tensor => T.ones([1]);
        const slope = (x: T.Tensor): T.Tensor => T.jvp((x) => x.pow(3), x, one()).derivative;
        T.same(T.jvp(slope, T.tensor([2]), one()).derivative, [12], near);
        T.same(T.grad((x: T.Tensor) => slope(x).sum())(T.tensor([2])), [12], near);
      }));
    test("the Hessian times a vector is the change of the gradient along it", () =>
      on(candidate, () => {
        const A = T.tensor([
          [2, 1],
          [1, 3],
        ]);
        const bowl = (x: T.Tensor): T.Tensor => x.matmul(A).mul(x).sum().mul(0.5);
        T.same(T.hvp(bowl, T.tensor([[5, 7]]), T.tensor([[1, -1]])), [[1, -2]], near);
        T.same(
          T.hvp((x) => x.square().mul(x).sum(), T.tensor([1, 2]), T.tensor([3, 0.5])),
          [18, 6],
          near,
        );
        T.same(
          T.hvp((x) => x.sum(), T.tensor([5, 7]), T.tensor([1, 1])),
          [0, 0],
        );
      }));
    test("of what does not depend on x is 0", () =>
      on(candidate, () => {
        T.same(T.jvp(() => T.ones([2]), T.ones([3]), T.ones([3])).derivative, [0, 0]);
      }));
  });
}

test("directions are shaped like the point", () => {
  refuses(() => T.jvp((x) => x, T.ones([2]), T.ones([3])), "ShapeError", /jvp: the direction has another shape/);
  refuses(() => T.hvp((x) => x.sum(), T.ones([2]), T.ones([3])), "ShapeError", /hvp: the direction/);
  refuses(() => T.hvp((x) => x, T.ones([2]), T.ones([2])), "GradientError", /only a single number/);
});
