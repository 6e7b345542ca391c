/** Convolution of images wide enough for every tile of windows, to every number of channels, against plain loops. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../../src/index.ts";

const rng = new T.Rng(31);
const numbers = (shape: T.Shape): Float32Array => Float32Array.from({ length: T.sizeOf(shape) }, () => rng.normal());

/** The convolution and its three gradients on a backend. */
function results(backend: string, data: readonly Float32Array[], shapes: readonly T.Shape[], options: T.ConvOptions) {
  return T.withBackend(backend, () => {
    const xs = shapes.map((shape, i) => T.parameter(T.tensor(data[i], { shape })));
    const [x, W, bias] = xs;
    const y = T.conv2d(x, W, { ...options, bias });
    const upstream = T.tensor(
      Float32Array.from({ length: y.size }, (_, i) => Math.sin(i + 1)),
      { shape: y.shape },
    );
    return [y, ...T.gradients(y, xs, { upstream })].map((t) => t.data64());
  });
}

describe("a convolution and its gradients, to each number of channels:", () => {
  for (const O of [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16])
    test(`${O}`, () => {
      for (const [C, width, k, options] of [
        [1, 30, 5, {}],
        [3, 17, 3, { pad: 1 }],
        [2, 14, 3, { stride: 2 }],
        [4, 13, 1, {}],
      ] as const) {
        const shapes = [[2, C, 9, width], [O, C, k, k], [O]];
        const data = shapes.map(numbers);
        const expected = results("reference64", data, shapes, options);
        for (const [part, list] of results("wasm", data, shapes, options).entries()) {
          const scale = Math.max(1, ...expected[part].map(Math.abs));
          for (const [i, x] of list.entries())
            assert.ok(
              Math.abs(x - expected[part][i]) <= 5e-6 * scale,
              `${T.shapeText(shapes[0])} by ${T.shapeText(shapes[1])}: result ${part}, number ${i} is ${x}`,
            );
        }
      }
    });
});
