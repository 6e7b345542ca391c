/** What the library promises to backends: kernels, optimiser steps and memory are used where they are offered. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { accelerated } from "./support/accelerated.ts";
import { close } from "./support/close.ts";

const numbers = [
  [0.5, -1, 2],
  [1, 1.5, -0.5],
];
const weights = [
  [1, -2, 0.5],
  [3, 0, 1],
];

describe("a fused kernel", () => {
  test("gives the value and the gradient, and is asked once for each", () =>
    accelerated(({ log }) => {
      const x = T.tensor(numbers, { requiresGrad: true });
      const y = T.softmax(x);
      y.mul(T.tensor(weights)).sum().backward();
      assert.deepEqual(
        log.calls.filter((c) => /ward/.test(c)),
        ["forward", "backward of 1, 1 saved"],
      );
      const composed = T.withBackend("reference64", () => {
        const own = T.tensor(numbers, { requiresGrad: true });
        const out = T.softmax(own);
        out.mul(T.tensor(weights)).sum().backward();
        return { y: out.toArray(), g: own.grad };
      });
      T.same(y, composed.y, { within: 1e-14 });
      T.same(x.grad ?? 0, composed.g ?? 1, { within: 1e-14 });
    }));
  test("that refuses a shape is composed instead", () =>
    accelerated(({ log }) => {
      const y = T.softmax(T.tensor(numbers), 0);
      assert.deepEqual(log.calls, []);
      close(y.sum(0), [3], [1, 1, 1], 1e-12);
    }));
  test("is composed again where the gradient itself is differentiated", () =>
    accelerated(({ log }) => {
      const f = (x: T.Tensor): T.Tensor => T.softmax(x).square().sum();
      const x = T.tensor([0.1, 0.2, -0.4]);
      const second = T.grad((v) => T.grad(f)(v).square().sum())(x);
      const expected = T.withBackend("reference64", () =>
        T.grad((v) => T.grad(f)(v).square().sum())(T.tensor([0.1, 0.2, -0.4])),
      );
      T.same(second, expected, { within: 1e-13 });
      assert.ok(log.calls.includes("forward"));
    }));
  test("releases what only the gradient needs: at once without one, else when the graph is used up", () =>
    accelerated(({ log }) => {
      T.softmax(T.tensor(numbers));
      assert.deepEqual(log.calls, ["forward", "release 1"]);
      log.calls.length = 0;
      T.softmax(T.tensor(numbers, { requiresGrad: true }))
        .sum()
        .backward();
      assert.deepEqual(log.calls, ["forward", "enter", "backward of 1, 1 saved", "leave 2", "release 1", "rest"]);
    }));
  test("keeps what the gradient needs under retainGraph", () =>
    accelerated(({ log }) => {
      T.softmax(T.tensor(numbers, { requiresGrad: true }))
        .sum()
        .backward({ retainGraph: true });
      assert.deepEqual(log.calls, ["forward", "enter", "backward of 1, 1 saved", "leave 2"]);
    }));
  test("wants its inputs on one backend", () =>
    accelerated(() => {
      const W = T.withBackend("reference64", () => T.zeros([3, 2]));
      assert.throws(() => T.affine(T.tensor(numbers), W, T.zeros([2])), { name: "BackendError", op: "affine" });
    }));
  test("of several inputs runs backward once for all that need a gradient, and for each new sweep", () =>
    accelerated(({ log }) => {
      const x = T.tensor(numbers);
      const [W, b] = [T.parameter(T.ones([3, 2])), T.parameter(T.zeros([2]))];
      const y = T.affine(x, W, b);
      const [dW, db] = T.gradients(y.square().sum(), [W, b]);
      assert.deepEqual(
        log.calls.filter((c) => c.startsWith("affine")),
        ["affine backward of 2"],
      );
      assert.deepEqual(dW.toArray(), x.transpose().matmul(y.detach().mul(2)).toArray());
      assert.deepEqual(db.toArray(), y.detach().mul(2).sum(0).toArray());
      const [again] = T.gradients(y.sum(), [b]);
      assert.deepEqual(again.toArray(), [2, 2]);
    }));
  test("that gives no gradient is named", () =>
    accelerated(() => {
      const y = T.logSoftmax(T.parameter(T.tensor([1, 2])));
      assert.throws(() => y.sum().backward(), /logSoftmax: the kernel of accelerated gave no gradient for input 0/);
    }));
});

describe("scope", () => {
  test("marks, runs, and leaves with the tensors of the result", () =>
    accelerated(({ log }) => {
      const x = T.tensor([1]);
      const result = T.scope(() => ({
        a: x.add(1),
        list: [x.add(2), 5],
        not: new Map([[1, x]]),
        nothing: null,
        text: "t",
      }));
      assert.equal(result.a.item(), 2);
      assert.deepEqual([log.calls, log.kept], [["enter", "leave 1"], [2]]);
      assert.equal(T.scope(() => x).item(), 1);
      assert.deepEqual(log.kept, [2, 1]);
    }));
  test("leaves after an error too, keeping nothing", () =>
    accelerated(({ log }) => {
      assert.throws(
        () =>
          T.scope(() => {
            throw new Error("x");
          }),
        /x/,
      );
      assert.deepEqual([log.calls, log.kept], [["enter", "leave 1"], [0]]);
    }));
  test("only runs f where the garbage collector owns the arrays", () => {
    assert.equal(
      T.withBackend("reference", () => T.scope(() => 3)),
      3,
    );
  });
  test("belongs to the backend of the loss, not to the one in use", () =>
    accelerated(({ log }) => {
      const x = T.tensor(2, { requiresGrad: true });
      T.withBackend("reference", () => x.square().backward());
      assert.deepEqual(log.calls, ["enter", "leave 1", "rest"]);
      assert.equal(x.grad?.item(), 4);
      T.withBackend("reference", () => T.gradients(x.square(), [x]));
      T.withBackend("reference", () => T.grad((v) => v.square())(x.detach()));
      T.withBackend("reference", () => T.sgd([x], { lr: 1 }).step());
      assert.deepEqual(log.kept, [0, 1, 1, 0]);
    }));
});

describe("an optimiser step of the backend", () => {
  const run = (make: (ps: T.Tensor[]) => T.Optimizer): number[] => {
    const p = T.parameter(T.tensor([1.5, -2]));
    const optimizer = make([p]);
    for (let i = 0; i < 4; i++) {
      optimizer.zeroGrad();
      p.square().sum().backward();
      optimizer.step();
      optimizer.lr *= 0.5;
    }
    return [...p.data64()];
  };
  const makes: Record<string, (ps: T.Tensor[]) => T.Optimizer> = {
    sgd: (ps) => T.sgd(ps, { lr: 0.1 }),
    "sgd with momentum": (ps) => T.sgd(ps, { lr: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.1 }),
    adam: (ps) => T.adam(ps, { lr: 0.1, weightDecay: 0.1 }),
    adamW: (ps) => T.adamW(ps, { lr: 0.1, beta1: 0.5, eps: 0.1 }),
  };
  for (const [name, make] of Object.entries(makes)) {
    test(`of ${name} is used and equals the definition`, () => {
      const [fast, steps] = accelerated(({ log }) => [run(make), log.steps.length]);
      assert.equal(steps, 4);
      T.same(
        fast,
        T.withBackend("reference64", () => run(make)),
        { within: 1e-14 },
      );
    });
  }
  test("counts as an update of the parameter", () =>
    accelerated(() => {
      for (const make of Object.values(makes)) {
        const p = T.parameter(T.tensor([1, 2]));
        const optimizer = make([p]);
        p.sum().backward();
        const loss = p.square().sum();
        optimizer.step();
        assert.throws(() => loss.backward(), /updated in place/);
      }
    }));
});
