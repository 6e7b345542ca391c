/** Kernels that work block by block, on arrays longer than a block; and shifts by the largest number, wherever it stands. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../../src/index.ts";

const rng = new T.Rng(21);
const numbers = (n: number): Float32Array => Float32Array.from({ length: n }, () => 2 * rng.normal());

/** Values and gradients of f of these numbers on a backend. */
function results(backend: string, f: (x: T.Tensor) => T.Tensor, data: Float32Array, shape: T.Shape): Float64Array[] {
  return T.withBackend(backend, () => {
    const x = T.parameter(T.tensor(data, { shape }));
    const y = f(x);
    const upstream = T.tensor(
      Float32Array.from({ length: y.size }, (_, i) => Math.sin(i + 1)),
      { shape: y.shape },
    );
    return [y.data64(), T.gradients(y, [x], { upstream })[0].data64()];
  });
}

function agree(f: (x: T.Tensor) => T.Tensor, data: Float32Array, shape: T.Shape, what: string): void {
  const expected = results("reference64", f, data, shape);
  for (const [k, list] of results("wasm", f, data, shape).entries())
    for (const [i, x] of list.entries()) {
      const right = expected[k][i];
      const same = x === right || Math.abs(x - right) <= 3e-6 * Math.max(1, Math.abs(right));
      assert.ok(same, `${what}: ${k === 0 ? "value" : "gradient"} ${i} is ${x}, not ${right}`);
    }
}

describe("longer than a block:", () => {
  const functions = {
    ...{ exp: T.exp, tanh: T.tanh, sigmoid: T.sigmoid, erf: T.erf, gelu: T.gelu, relu: T.relu, square: T.square },
    geluTanh: (x: T.Tensor) => T.gelu(x, { approximate: "tanh" }),
    log: (x: T.Tensor) => x.square().add(0.1).log(),
    log1p: (x: T.Tensor) => T.log1p(x.square()),
    ...{ silu: T.silu, softplus: T.softplus, elu: (x: T.Tensor) => T.elu(x) },
  };
  for (const [name, f] of Object.entries(functions)) {
    test(name, () => {
      for (const n of [250, 256, 257, 264, 517, 1031]) agree(f, numbers(n), [n], `${name} of ${n}`);
    });
  }
  test("a sum and a product with itself, over either axis", () => {
    for (const shape of [
      [3, 700],
      [700, 3],
      [257, 9],
      [9, 264],
    ]) {
      const data = numbers(T.sizeOf(shape));
      for (const axis of [0, 1]) agree((x) => x.sum(axis), data, shape, `sum of ${T.shapeText(shape)}`);
      agree((x) => x.mul(x).mean(), data, shape, `mean square of ${T.shapeText(shape)}`);
    }
  });
});

describe("the largest number may stand anywhere:", () => {
  const among = { softmax: T.softmax, logSoftmax: T.logSoftmax, logSumExp: T.logSumExp };
  for (const [name, f] of Object.entries(among)) {
    test(name, () => {
      for (const n of [1, 3, 4, 7, 8, 16, 19, 33, 40])
        for (let top = 0; top < n; top++) {
          const row = Float32Array.from({ length: 2 * n }, (_, i) => (i % n === top ? 300 : Math.sin(i)));
          agree((x) => f(x), row, [2, n], `${name} of ${n} with the largest at ${top}`);
        }
    });
  }
  test("max and min of rows and columns", () => {
    for (const n of [1, 4, 5, 8, 13, 32, 37])
      for (let top = 0; top < n; top++) {
        const row = Float32Array.from({ length: n }, (_, i) => (i === top ? 9 : Math.sin(i)));
        for (const shape of [
          [1, n],
          [n, 1],
        ]) {
          agree((x) => x.max(n === shape[1] ? 1 : 0), row, shape, `max of ${n} at ${top}`);
          agree((x) => x.neg().min(), row, shape, `min of ${n} at ${top}`);
        }
      }
  });
  test("crossEntropy", () => {
    for (const K of [2, 5, 8, 11, 17])
      for (let top = 0; top < K; top++) {
        const rows = Float32Array.from({ length: 3 * K }, (_, i) => (i % K === top ? 200 : Math.cos(i)));
        agree((x) => T.crossEntropy(x, [top, 0, K - 1]), rows, [3, K], `crossEntropy of ${K} at ${top}`);
      }
  });
});
