/** Kernels of convolution and pooling give what the compositions over unfolded windows give. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../../src/index.ts";
import { type Composed, composing, equal, numbers, results } from "./composing.ts";

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
      const f: Composed = (x, W) => T.conv2d(x, W, options);
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
