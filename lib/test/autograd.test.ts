/** What backward, grad and their relatives promise, beyond right numbers. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const leaf = (x: T.Numbers): T.Tensor => T.tensor(x, { requiresGrad: true });
const gradOf = (x: T.Tensor): T.Nested => (x.grad ?? T.tensor(NaN)).toArray();

describe("backward", () => {
  test("adds the gradient to every leaf", () => {
    const [x, w] = [leaf([2, 3]), leaf([4, 5])];
    x.mul(w).sum().backward();
    assert.deepEqual(
      [gradOf(x), gradOf(w)],
      [
        [4, 5],
        [2, 3],
      ],
    );
    x.mul(w).sum().backward();
    assert.deepEqual(
      [gradOf(x), gradOf(w)],
      [
        [8, 10],
        [4, 6],
      ],
    );
  });
  test("works on a leaf itself, and on any tensor of size 1", () => {
    const x = leaf(3);
    x.backward();
    assert.equal(gradOf(x), 1);
    const y = leaf([[2]]);
    y.square().backward();
    assert.deepEqual(gradOf(y), [[4]]);
  });
  test("leaves intermediate tensors without a gradient unless they keep it", () => {
    const x = leaf([1, 2]);
    const [h, k] = [x.mul(2), x.mul(3).retainGrad()];
    h.mul(k).sum().backward();
    assert.ok(h.grad === null);
    assert.deepEqual(gradOf(k), [2, 4]);
    assert.deepEqual(gradOf(x), [12, 24]);
  });
  test("reaches a leaf through thousands of operations without recursion", () => {
    const x = leaf(1);
    let y = x;
    for (let i = 0; i < 20_000; i++) y = y.add(0.5);
    y.backward();
    assert.equal(gradOf(x), 1);
  });
  test("visits shared work once, however often it is used", () => {
    const x = leaf(1);
    let y = x;
    for (let i = 0; i < 60; i++) y = y.add(y); // 2⁶⁰ paths
    y.backward();
    assert.equal(gradOf(x), 2 ** 60);
  });
  test("does not touch what requires no gradient", () => {
    const [x, c] = [leaf([1, 2]), T.tensor([3, 4])];
    x.mul(c).sum().backward();
    assert.ok(c.grad === null);
    assert.equal(x.mul(c).detach().requiresGrad, false);
  });
  test("a second time through the same graph is refused, and nothing is added", () => {
    const x = leaf([1, 2]);
    const h = x.exp();
    const y = h.sum();
    y.backward();
    const before = gradOf(x);
    refuses(() => y.backward(), "GradientError", /backward: the graph was already used.*retainGraph: true/s);
    refuses(() => h.mul(2).sum().backward(), "GradientError", /already used/);
    assert.deepEqual(gradOf(x), before);
  });
  test("retainGraph keeps the graph for another time", () => {
    const x = leaf([1, 2]);
    const y = x.square().sum();
    y.backward({ retainGraph: true });
    y.backward();
    assert.deepEqual(gradOf(x), [4, 8]);
    refuses(() => y.backward(), "GradientError", /already used/);
  });
  test("is refused where there is no single number, no graph, or no finite loss", () => {
    refuses(() => leaf([1, 2]).mul(2).backward(), "GradientError", /only a single number.*got \[2\].*\.sum\(\)/s);
    refuses(() => T.tensor(1).backward(), "GradientError", /depends on nothing that requires a gradient/);
    refuses(() => T.noGrad(() => leaf(1).mul(2)).backward(), "GradientError", /noGrad/);
    refuses(() => leaf(0).log().backward(), "GradientError", /the loss is infinite.*got -Infinity/s);
    refuses(() => leaf(-1).log().backward(), "GradientError", /the loss is NaN/);
  });
  test("a parameter that was updated between forward and backward is noticed, through views too", () => {
    const [p, x] = [leaf([1, 2]), leaf([3, 4])];
    const losses = [
      p.mul(x).sum(),
      p.reshape([2, 1]).transpose().slice(0, 1, 1).square().sum(),
      p.detach().mul(x).sum(),
    ];
    T.assign(p, T.tensor([5, 6]));
    for (const loss of losses) refuses(() => loss.backward(), "GradientError", /updated in place.*optimizer.step/s);
    assert.ok(p.grad === null && x.grad === null);
    p.mul(x).sum().backward();
    assert.deepEqual(gradOf(x), [5, 6]);
  });
  test("a copy is not affected by updates", () => {
    const p = leaf([1, 2]);
    const [copy, kept] = [p.clone(), T.noGrad(() => p.clone())];
    const loss = copy.square().sum();
    T.assign(p, T.tensor([5, 6]));
    assert.deepEqual(kept.toArray(), [1, 2]);
    assert.deepEqual(copy.toArray(), [1, 2]);
    refuses(() => loss.backward(), "GradientError", /an input of clone was updated/);
  });
});

describe("grad of a leaf", () => {
  test("is null before backward", () => assert.ok(leaf(1).grad === null));
  test("that was read stays as it is; a later backward writes elsewhere", () => {
    const x = leaf([1, 2]);
    x.sum().backward();
    const first = x.grad;
    assert.ok(x.grad === first);
    x.mul(5).sum().backward();
    assert.deepEqual(first?.toArray(), [1, 1]);
    assert.deepEqual(gradOf(x), [6, 6]);
    assert.ok(x.grad !== first);
  });
  test("that was read survives zeroGrad", () => {
    const x = leaf([1, 2]);
    const optimizer = T.sgd([x], { lr: 1 });
    x.sum().backward();
    const read = x.grad;
    optimizer.zeroGrad();
    assert.ok(x.grad === null);
    x.mul(3).sum().backward();
    assert.deepEqual(
      [read?.toArray(), gradOf(x)],
      [
        [1, 1],
        [3, 3],
      ],
    );
  });
  test("that was not read reuses its buffer, and starts anew after zeroGrad", () => {
    const x = leaf([1, 2]);
    const optimizer = T.sgd([x], { lr: 1 });
    x.sum().backward();
    const buffer = x.slot?.buffer;
    optimizer.zeroGrad();
    optimizer.zeroGrad();
    x.mul(3).sum().backward();
    assert.ok(x.slot?.buffer === buffer);
    assert.deepEqual(gradOf(x), [3, 3]);
  });
});

describe("noGrad", () => {
  test("records nothing inside and restores recording, also after an error", () => {
    const x = leaf(1);
    assert.equal(T.noGrad(() => x.mul(2)).requiresGrad, false);
    assert.equal(
      T.noGrad(() => T.isRecording()),
      false,
    );
    assert.throws(
      () =>
        T.noGrad(() => {
          throw new Error("x");
        }),
      /x/,
    );
    assert.ok(T.isRecording());
    assert.ok(x.mul(2).requiresGrad);
  });
});

describe("gradients", () => {
  test("gives the gradient of each, zeros where there is no path, and leaves .grad alone", () => {
    const [x, w, other] = [leaf([1, 2]), leaf([3, 4]), leaf([[5]])];
    const found = T.gradients(x.mul(w).sum(), [x, other, w]);
    assert.deepEqual(
      found.map((g) => g.toArray()),
      [[3, 4], [[0]], [1, 2]],
    );
    assert.ok(x.grad === null && w.grad === null);
  });
  test("works for intermediate tensors, whole even when one depends on the other", () => {
    const x = leaf(3);
    const h = x.square();
    const y = h.mul(x);
    assert.deepEqual(
      T.gradients(y, [x, h]).map((g) => g.item()),
      [27, 3],
    );
  });
  test("starts from the upstream gradient", () => {
    const x = leaf([1, 2]);
    const y = x.square();
    assert.deepEqual(T.gradients(y, [x], { upstream: T.tensor([1, 10]) })[0].toArray(), [2, 40]);
    refuses(
      () => T.gradients(y, [x], { upstream: T.tensor(1) }),
      "GradientError",
      /upstream gradient has another shape.*\[\] for y \[2\]/s,
    );
    refuses(() => T.gradients(y, [x]), "GradientError", /gradients: only a single number/);
  });
  test("can be differentiated again with createGraph, and not without", () => {
    const x = leaf(2);
    const [first] = T.gradients(x.mul(x).mul(x), [x], { createGraph: true });
    assert.equal(T.gradients(first, [x])[0].item(), 12);
    assert.equal(T.gradients(x.mul(x), [x])[0].requiresGrad, false);
  });
  test("of something that depends on nothing are zeros", () => {
    assert.deepEqual(T.gradients(T.tensor(1), [leaf([1, 2])])[0].toArray(), [0, 0]);
  });
  test("leave the graph usable", () => {
    const x = leaf(2);
    const y = x.square();
    T.gradients(y, [x]);
    y.backward();
    assert.equal(gradOf(x), 4);
  });
});

describe("grad", () => {
  const cube = (x: T.Tensor): T.Tensor => x.pow(3);
  test("nests: the derivatives of x³", () => {
    const x = T.tensor(2);
    assert.equal(T.grad(cube)(x).item(), 12);
    assert.equal(T.grad(T.grad(cube))(x).item(), 12);
    assert.equal(T.grad(T.grad(T.grad(cube)))(x).item(), 6);
    assert.equal(T.grad(T.grad(T.grad(T.grad(cube))))(x).item(), 0);
  });
  test("gives a list for several arguments", () => {
    const found = T.grad((a, b) => a.mul(b).sum())(T.tensor([1, 2]), T.tensor([3, 4]));
    assert.deepEqual(
      found.map((g) => g.toArray()),
      [
        [3, 4],
        [1, 2],
      ],
    );
  });
  test("keeps inner and outer variables apart", () => {
    // d/dx [x · d/dy (x y)] = d/dx [x · x] = 2x, and not what mixing x with y would give
    const f = (x: T.Tensor): T.Tensor => x.mul(T.grad((y) => x.mul(y))(T.tensor(1)));
    assert.equal(T.grad(f)(T.tensor(3)).item(), 6);
    const same = (x: T.Tensor): T.Tensor => x.mul(T.grad((y) => x.add(y))(x));
    assert.equal(T.grad(same)(T.tensor(3)).item(), 1);
  });
  test("differentiates through parameters that f closes over", () => {
    const w = leaf(5);
    const slope = T.grad((x) => x.square().mul(w))(T.tensor(3)); // 2 x w
    slope.backward();
    assert.equal(gradOf(w), 6);
  });
  test("carries no history when nothing else could ask for it", () => {
    assert.equal(T.grad(cube)(T.tensor(2)).requiresGrad, false);
    const w = leaf(5);
    assert.equal(T.noGrad(() => T.grad((x) => x.mul(w))(T.tensor(2))).requiresGrad, false);
  });
  test("works inside noGrad, on parameters, and leaves .grad alone", () => {
    const w = leaf(2);
    assert.equal(T.noGrad(() => T.grad(cube)(w)).item(), 12);
    assert.ok(w.grad === null);
  });
  test("of a constant is 0; of several numbers is refused", () => {
    assert.equal(T.grad((_x: T.Tensor) => T.tensor(1))(T.tensor(3)).item(), 0);
    refuses(() => T.grad((x) => x.mul(2))(T.tensor([1, 2])), "GradientError", /grad: only a single number/);
  });
  test("valueAndGrad gives both from one pass", () => {
    let passes = 0;
    const both = T.valueAndGrad((x) => {
      passes++;
      return x.square().sum();
    })(T.tensor([1, 2]));
    assert.deepEqual([both.value.item(), both.grad.toArray(), passes], [5, [2, 4], 1]);
    assert.equal(both.value.requiresGrad, false);
    const w = leaf(2);
    const { value, grad } = T.valueAndGrad((x, y) => x.mul(y).mul(w))(T.tensor(3), T.tensor(4));
    assert.deepEqual([value.item(), grad.map((g) => g.item())], [24, [8, 6]]);
    assert.ok(value.requiresGrad);
  });
});
