/** Every kernel for a composed function gives what the composition gives: values, gradients and second gradients. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Backend } from "../../src/backend/backend.ts";
import { WasmBackend } from "../../src/backend/wasm/wasm.ts";
import * as T from "../../src/index.ts";

/** The same backend without its fused kernels. */
class Composing extends WasmBackend {
  override readonly name = "wasm, composing";
  override readonly fused = {};
}
const composing = new Composing();
T.registerBackend(composing.name, () => composing);

type Function = (...xs: T.Tensor[]) => T.Tensor;
const rng = new T.Rng(5);
const numbers = (shape: T.Shape): Float32Array =>
  Float32Array.from({ length: T.sizeOf(shape) }, () => rng.normal() * 3);

/** Values and gradients of f for a fixed upstream gradient, as one list each. */
function results(f: Function, inputs: readonly { data: Float32Array; shape: T.Shape }[]): Float32Array[] {
  const xs = inputs.map(({ data, shape }) => T.tensor(data, { shape, requiresGrad: true }));
  const y = f(...xs);
  const upstream = T.tensor(
    Float32Array.from({ length: y.size }, (_, i) => Math.sin(i + 1)),
    { shape: y.shape },
  );
  const dxs = T.gradients(y, xs, { upstream });
  return [y, ...dxs].map((t) => t.data());
}

function equal(f: Function, shapes: readonly T.Shape[], within = 2e-6): void {
  const inputs = shapes.map((shape) => ({ shape, data: numbers(shape) }));
  const expected = T.withBackend(composing.name, () => results(f, inputs));
  for (const options of [{}, { torture: true }, { relaxed: true }]) {
    const actual = T.withBackend("wasm", () => results(f, inputs), options);
    for (const [k, list] of actual.entries()) {
      const size = expected[k].reduce((most, y) => Math.max(most, Math.abs(y)), 1);
      const wrong = list.findIndex((y, i) => !(Math.abs(y - expected[k][i]) <= within * size));
      const what = `${JSON.stringify(options)}, ${shapes.join(" | ")}: result ${k}, number ${wrong}`;
      assert.equal(wrong, -1, `${what} is ${list[wrong]}, not ${expected[k][wrong]}`);
    }
  }
}

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
          const slopes = (f: Function): number[] => [...T.gradients(f(x), [x], { upstream: T.ones([6]) })[0].data()];
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

describe("the kernel of a window equals the composition:", () => {
  const windows: readonly T.WindowOptions[] = [
    { size: [1, 1] },
    { size: [3, 3] },
    { size: [2, 5], pad: 1 },
    { size: [3, 3], pad: [0, 2, 1, 0], dilation: [1, 2] },
    { size: [3, 2], stride: 2, pad: 1 },
    { size: [2, 4], stride: [1, 3], dilation: [2, 1] },
    { size: [1, 3], stride: 3, pad: [0, 1] },
  ];

  test("conv2d, of every small width and number of channels", () => {
    for (const { size, ...window } of windows) {
      const [kh, kw] = size as readonly [number, number];
      for (const width of [6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 20])
        equal(
          (x, W) => T.conv2d(x, W, window),
          [
            [2, 2, 7, width],
            [3, 2, kh, kw],
          ],
          5e-6,
        );
      for (const [C, O] of [
        [1, 1],
        [1, 2],
        [3, 4],
        [2, 5],
        [1, 6],
        [5, 7],
        [3, 11],
        [2, 14],
      ])
        equal(
          (x, W) => T.conv2d(x, W, window),
          [
            [2, C, 8, 9],
            [O, C, kh, kw],
          ],
          5e-6,
        );
    }
  });

  test("conv2d in groups, depthwise, and of turned images", () => {
    for (const { size, ...window } of windows) {
      const [kh, kw] = size as readonly [number, number];
      equal(
        (x, W) => T.conv2d(x, W, { ...window, groups: 2 }),
        [
          [2, 4, 7, 8],
          [6, 2, kh, kw],
        ],
        5e-6,
      );
      equal(
        (x, W) => T.conv2d(x, W, { ...window, groups: 5 }),
        [
          [1, 5, 7, 11],
          [5, 1, kh, kw],
        ],
        5e-6,
      );
      const turned = (x: T.Tensor, W: T.Tensor): T.Tensor => T.conv2d(T.permute(x, [0, 3, 1, 2]), T.flip(W, 3), window);
      equal(
        turned,
        [
          [2, 7, 9, 3],
          [4, 3, kh, kw],
        ],
        5e-6,
      );
    }
    equal(
      (x, W) => T.conv1d(x, W, { pad: [2, 0] }),
      [
        [3, 4, 10],
        [5, 4, 3],
      ],
      5e-6,
    );
    equal(
      (x, W) => T.conv2d(x, W),
      [
        [1, 64, 33, 33],
        [20, 64, 3, 3],
      ],
      5e-6,
    ); // a frame larger than the work space
    equal(
      (x, W) => T.conv2d(x, W, { pad: 1 }),
      [
        [1, 64, 70, 70],
        [3, 64, 3, 3],
      ],
      5e-6,
    );
  });

  test("conv2d with NaN and infinities in a corner: they spread to the same numbers", () => {
    const x = numbers([1, 2, 6, 6]);
    x[0] = NaN;
    x[36] = Infinity;
    const W = numbers([3, 2, 3, 3]);
    const inputs = [
      { data: x, shape: [1, 2, 6, 6] },
      { data: W, shape: [3, 2, 3, 3] },
    ];
    for (const options of [{}, { pad: 1 }, { stride: 2 }]) {
      const f: Function = (x, W) => T.conv2d(x, W, options);
      const [expected, actual] = [composing.name, "wasm"].map((name) => T.withBackend(name, () => results(f, inputs)));
      const kinds = (list: Float32Array): unknown[] => [...list].map((y) => (Number.isFinite(y) ? "number" : y));
      assert.deepEqual(actual.map(kinds), expected.map(kinds));
    }
  });

  test("maxPool2d and avgPool2d", () => {
    for (const window of [
      { size: 2 },
      ...windows,
      { size: 3, stride: 1, pad: 1 },
      { size: [2, 3], stride: [2, 1] },
    ] as T.PoolOptions[])
      for (const width of [5, 6, 7, 8, 9, 16, 21]) {
        const fits = (typeof window.size === "number" ? window.size : window.size[1]) >= 2 || !window.pad;
        const { pad, ...bare } = window;
        for (const options of fits && typeof pad === "number" ? [window, bare] : [bare]) {
          equal((x) => T.avgPool2d(x, options), [[2, 3, 8, width]]);
          equal((x) => T.maxPool2d(x, options), [[2, 3, 8, width]]);
          equal((x) => T.maxPool2d(x.round(), options), [[2, 3, 8, width]]); // ties
        }
      }
    T.withBackend("wasm", () => {
      const x = T.tensor(
        Float32Array.from({ length: 32 }, (_, i) => (i === 3 ? NaN : -Infinity)),
        { shape: [1, 1, 4, 8] },
      );
      assert.deepEqual([...T.maxPool2d(x, { size: 2 }).data()], [-Infinity, NaN, ...Array(6).fill(-Infinity)]);
    });
  });

  test("a second derivative of conv2d goes through the composition", () => {
    const f = (x: T.Tensor): T.Tensor =>
      T.conv2d(x, T.ones([1, 1, 2, 2]))
        .square()
        .sum()
        .mul(0.5);
    const twice = (x: T.Tensor): T.Tensor => T.grad((z: T.Tensor) => T.grad(f)(z).square().sum())(x);
    const x = () =>
      T.tensor(
        numbers([1, 1, 4, 4]).map((_, i) => Math.sin(i)),
        { shape: [1, 1, 4, 4] },
      );
    const expected = T.withBackend("reference64", () => twice(x()).data64());
    const actual = T.withBackend("wasm", () => twice(x()).data64());
    for (const [i, y] of actual.entries()) assert.ok(Math.abs(y - expected[i]) < 1e-4, `${y}, not ${expected[i]}`);
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
