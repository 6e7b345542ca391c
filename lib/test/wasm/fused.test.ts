/** Every kernel for a composed function gives what the composition gives: values, gradients and second gradients. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Backend } from "../../src/backend/backend.ts";
import { WasmBackend } from "../../src/backend/wasm/wasm.ts";
import * as T from "../../src/index.ts";
import { type Composed, composing, equal } from "./composing.ts";

const rows = [
  [1, 1],
  [1, 5],
  [3, 4],
  [7, 8],
  [2, 9],
  [4, 16],
  [5, 33],
  [64, 10],
  [3, 100],
] as const;

describe("the kernel equals the composition:", () => {
  test("affine", () => {
    for (const [M, K, N] of [
      [1, 1, 1],
      [1, 5, 3],
      [3, 4, 8],
      [7, 9, 13],
      [64, 20, 10],
      [5, 1, 1],
    ]) {
      equal(T.affine, [[M, K], [K, N], [N]], 5e-6);
      equal(T.affine, [[2, M, K], [K, N], [N]], 5e-6);
      equal((x, W, b) => T.affine(x.transpose(), W.transpose(), b), [[K, M], [N, K], [N]], 5e-6);
    }
  });

  test("softmax and logSoftmax", () => {
    for (const shape of rows) {
      equal((x) => T.softmax(x), [shape]);
      equal((x) => T.logSoftmax(x), [shape]);
      equal((x) => T.softmax(x.transpose()), [shape]);
    }
    equal((x) => T.softmax(x, 1), [[2, 3, 4]]); // not the last axis: composed on both
  });

  test("causalSoftmax, in attention", () => {
    for (const [queries, S] of [
      [1, 1],
      [3, 3],
      [4, 9],
      [17, 17],
      [1, 6],
      [33, 40],
    ]) {
      const attend = (q: T.Tensor, k: T.Tensor, v: T.Tensor): T.Tensor =>
        T.scaledDotProductAttention(q, k, v, { causal: true });
      equal(
        attend,
        [
          [2, 3, queries, 5],
          [2, 3, S, 5],
          [2, 3, S, 4],
        ],
        5e-6,
      );
    }
  });

  test("crossEntropy", () => {
    for (const [M, N] of rows) {
      const labels = Int32Array.from({ length: M }, (_, i) => (i * 7) % N);
      equal((x) => T.crossEntropy(x, labels), [[M, N]]);
    }
  });

  test("lstm", () => {
    for (const [B, H] of [
      [1, 1],
      [2, 3],
      [3, 4],
      [5, 7],
      [2, 8],
      [4, 33],
      [1, 300],
    ]) {
      const both = (Wh: T.Tensor, h: T.Tensor, c: T.Tensor): T.Tensor => {
        const weights = { Wx: T.ones([2, 4 * H]), Wh: Wh.mul(0.1), b: T.zeros([4 * H]) };
        const next = T.lstmCell(T.ones([B, 2]), { h, c }, weights);
        return T.concat([next.h.mul(2), next.c], 1);
      };
      equal(
        both,
        [
          [H, 4 * H],
          [B, H],
          [B, H],
        ],
        5e-6,
      );
      equal(
        (Wh, h, c) => both(Wh, h.transpose(), c.transpose()),
        [
          [H, 4 * H],
          [H, B],
          [H, B],
        ],
        5e-6,
      );
    }
  });

  test("the slopes of relu, sigmoid and tanh", () => {
    for (const f of [T.relu, T.sigmoid, T.tanh])
      for (const shape of [[1], [7], [3, 5], [100]]) {
        equal((x) => f(x), [shape]);
        equal((x) => f(x.transpose()), [[3, ...shape]]);
      }
    for (const options of [{}, { torture: true }])
      T.withBackend(
        "wasm",
        () => {
          const x = T.tensor([-Infinity, -2, 0, 2, Infinity, NaN], { requiresGrad: true });
          const slopes = (f: Composed): number[] => [...T.gradients(f(x), [x], { upstream: T.ones([6]) })[0].data()];
          assert.deepEqual(slopes(T.relu), [0, 0, 0, 1, 1, 0]);
          assert.deepEqual(slopes(T.tanh).map(Math.round), [0, 0, 1, 0, 0, NaN]);
          assert.deepEqual(slopes((z) => T.sigmoid(z).mul(4)).map(Math.round), [0, 0, 1, 0, 0, NaN]);
        },
        options,
      );
  });

  test("gelu, in both forms", () => {
    for (const shape of [[1], [7], [3, 5], [100]]) {
      equal((x) => T.gelu(x), [shape], 3e-6);
      equal((x) => T.gelu(x, { approximate: "tanh" }), [shape], 3e-6);
    }
  });
});

test("gelu goes to 0 and to x, and its slope to 0 and to 1", () => {
  T.withBackend("wasm", () => {
    const x = T.tensor([-1e30, -1000, -9, -6, 0, 6, 9, 1000, 1e30], { requiresGrad: true });
    for (const approximate of ["none", "tanh"] as const) {
      const y = T.gelu(x, { approximate });
      assert.deepEqual([...y.data()].slice(0, 2).map(Math.abs), [0, 0], approximate);
      assert.deepEqual([...y.data()].slice(6), [9, 1000, Math.fround(1e30)], approximate);
      T.same(y.slice(3, 6), [-5.9e-9, 0, 6], { within: 1e-7 });
      const [dx] = T.gradients(y, [x], { upstream: T.ones([9]) });
      T.same(dx, [0, 0, 0, 0, 0.5, 1, 1, 1, 1], { within: 1e-6 });
    }
    assert.ok(Number.isNaN(T.gelu(T.tensor([NaN, 1])).data()[0]));
    assert.equal(T.gelu(T.tensor([Infinity])).item(), Infinity);
  });
});

test("an exponential is the same beside any neighbours", () => {
  T.withBackend("wasm", () => {
    const xs = Float32Array.from({ length: 600 }, (_, i) => Math.sin(i) * 80);
    const alone = T.tensor(xs).exp().data();
    const strange = Float32Array.from(xs);
    for (const [i, x] of [
      [3, -2000],
      [300, 89],
      [301, NaN],
      [599, -Infinity],
    ])
      strange[i] = x;
    const beside = T.tensor(strange).exp().data();
    assert.deepEqual([beside[3], beside[300], beside[301], beside[599]], [0, Infinity, NaN, 0]);
    for (const [i, x] of xs.entries()) if (x === strange[i]) assert.equal(beside[i], alone[i], `e^${x}`);
  });
});

test("scores too large for an exponential do not overflow", () => {
  T.withBackend("wasm", () => {
    const x = T.tensor([
      [1000, 1001, -Infinity],
      [-2000, 0, -2000],
    ]);
    T.same(
      T.softmax(x),
      [
        [0.26894142, 0.73105858, 0],
        [0, 1, 0],
      ],
      { within: 1e-7 },
    );
    T.same(
      T.logSoftmax(x).slice(0, 2, 1),
      [
        [-1.3132617, -0.3132617],
        [-2000, 0],
      ],
      { within: 1e-6 },
    );
    T.same(T.crossEntropy(x, [0, 1]), 0.65663085, { within: 1e-6 });
  });
});

test("NaN spreads over its row and no further", () => {
  T.withBackend("wasm", () => {
    const x = T.tensor([
      [1, NaN, 2, 3, 4, 5, 6, 7, 8],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]);
    for (const y of [T.softmax(x), T.logSoftmax(x)]) {
      assert.ok(y.at(0).data().every(Number.isNaN));
      assert.ok(y.at(1).data().every(Number.isFinite));
    }
  });
});

test("a second sweep with the same upstream gradient computes anew: what the first gave was given back", () => {
  T.withBackend("wasm", () => {
    const x = T.tensor([1, 2, 4], { requiresGrad: true });
    const g = T.tensor([1, 0, 0]);
    const y = T.softmax(x);
    const first = T.scope(() => T.gradients(y, [x], { upstream: g })[0].toArray());
    assert.deepEqual(T.gradients(y, [x], { upstream: g })[0].toArray(), first);
  });
});

test("a second derivative goes through the composition", () => {
  T.withBackend("wasm", () => {
    const f = (x: T.Tensor): T.Tensor => T.softmax(x).at(0);
    const second = T.grad((x) => T.grad((z: T.Tensor) => f(z).sum())(x).at(0))(T.tensor([0.3, -0.2]));
    const s = 1 / (1 + Math.exp(-0.5));
    const curvature = s * (1 - s) * (1 - 2 * s); // of the logistic function
    T.same(second, [curvature, -curvature], { within: 1e-6 });
  });
});

test("optimiser kernels step as their definitions do", () => {
  const {
    sgdStep: _s,
    adamStep: _a,
    ...rest
  } = Object.fromEntries(Object.getOwnPropertyNames(WasmBackend.prototype).map((name) => [name, true]));
  assert.ok(Object.keys(rest).length > 10);
  const composed: Backend = Object.create(composing, { sgdStep: { value: undefined }, adamStep: { value: undefined } });
  T.registerBackend("wasm, stepping by composition", () => composed);
  const path = (name: string, make: (p: T.Tensor[]) => T.Optimizer): number[] =>
    T.withBackend(name, () => {
      const p = T.parameter(T.tensor([0.5, -1, 2, 3, -0.1, 0.7, 1.5, -2, 0.3]));
      const optimizer = make([p]);
      for (let i = 0; i < 7; i++) {
        optimizer.zeroGrad();
        p.mul(p).mul(p).add(p).sum().backward();
        optimizer.step();
      }
      return [...p.data()];
    });
  for (const make of [
    (p) => T.sgd(p, { lr: 0.01 }),
    (p) => T.sgd(p, { lr: 0.01, weightDecay: 0.1 }),
    (p) => T.sgd(p, { lr: 0.01, momentum: 0.9 }),
    (p) => T.sgd(p, { lr: 0.01, momentum: 0.9, nesterov: true, weightDecay: 0.05 }),
    (p) => T.adam(p, { lr: 0.05 }),
    (p) => T.adam(p, { lr: 0.05, weightDecay: 0.1 }),
    (p) => T.adamW(p, { lr: 0.05, weightDecay: 0.1 }),
  ] as ((p: T.Tensor[]) => T.Optimizer)[])
    T.same(path("wasm", make), path("wasm, stepping by composition", make), { within: 1e-6 });
});
