/** The kernels' elementary functions: right at the extremes, and close to float64 everywhere else. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { UnaryOp } from "../../src/backend/backend.ts";
import { unaryFunctions } from "../../src/backend/reference/functions.ts";
import { WasmBackend } from "../../src/backend/wasm/wasm.ts";

const wasm = new WasmBackend();
const applied = (op: UnaryOp, xs: readonly number[]): number[] => [
  ...wasm.read(wasm.unary(op, wasm.fromData(xs, [xs.length]))),
];

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
const extremes: readonly [UnaryOp, readonly number[], readonly number[]][] = [
  ["exp", [-2000, -inf, 0, 89, inf, nan], [0, 0, 1, inf, inf, nan]],
  ["log", [0, -0, 1, inf, -1, -inf, nan], [-inf, -inf, 0, inf, nan, nan, nan]],
  ["log1p", [-1, 0, inf, -2, nan], [-inf, 0, inf, nan, nan]],
  ["tanh", [-inf, -100, 0, 100, inf, nan], [-1, -1, 0, 1, 1, nan]],
  ["sigmoid", [-inf, -2000, 0, 2000, inf, nan], [0, 0, 0.5, 1, 1, nan]],
  ["erf", [-inf, -10, 0, 10, inf, nan], [-1, -1, 0, 1, 1, nan]],
  ["relu", [-inf, -1, 0, 2, inf, nan], [0, 0, 0, 2, inf, nan]],
  ["sign", [-inf, -3, 0, 3, inf, nan], [-1, -1, 0, 1, 1, nan]],
  ["round", [-1.5, -0.5, 0.5, 1.5, 2.5, inf, nan], [-2, -0, 0, 2, 2, inf, nan]],
  ["sqrt", [-1, 0, inf, nan], [nan, 0, inf, nan]],
  ["sin", [inf, nan], [nan, nan]],
];

describe("at the extremes", () => {
  for (const [op, xs, ys] of extremes) {
    test(`${op} is what IEEE 754 says`, () => {
      const found = applied(op, xs);
      xs.forEach((x, i) => {
        assert.ok(Object.is(found[i], ys[i]) || found[i] === ys[i], `${op}(${x}) is ${found[i]}, not ${ys[i]}`);
      });
    });
  }

  test("results below the normal numbers are not lost", () => {
    const [y] = applied("exp", [-100]);
    assert.ok(Math.abs(y / Math.exp(-100) - 1) < 0.02, `exp(-100) is ${y}`);
    assert.ok(Math.abs(applied("log", [1e-42])[0] - Math.log(Math.fround(1e-42))) < 1e-5);
  });
});

/** The distance between x and the next float32, where x is no smaller than the normal numbers. */
function gapAt(x: number): number {
  const bits = new Uint32Array(1);
  const number = new Float32Array(bits.buffer);
  number[0] = Math.max(Math.abs(x), 2 ** -126);
  bits[0]++;
  return number[0] - Math.fround(Math.max(Math.abs(x), 2 ** -126));
}

/** Every 40,013th bit pattern: all sizes, both signs, and NaN. */
const everywhere = [...new Float32Array(Uint32Array.from({ length: 107_338 }, (_, i) => i * 40_013).buffer)];
const nearZero = Array.from({ length: 40_001 }, (_, i) => Math.fround((i - 20_000) / 1000));

describe("everywhere else", () => {
  const units: readonly [UnaryOp, number][] = [
    ["exp", 1.1],
    ["log", 1.1],
    ["log1p", 2],
    ["tanh", 3],
    ["sigmoid", 3],
    ["erf", 3.5],
    ["sin", 0.51],
    ["cos", 0.51],
    ["sqrt", 0.51],
    ["reciprocal", 0.51],
    ["floor", 0],
  ];
  for (const [op, limit] of units) {
    test(`${op} is within ${limit} units in the last place`, () => {
      const xs = [...everywhere, ...nearZero];
      const ys = applied(op, xs);
      let worst = 0;
      let at = 0;
      xs.forEach((x, i) => {
        const exact = unaryFunctions[op](x);
        const y = Math.fround(exact);
        if (Object.is(y, ys[i]) || y === ys[i]) return;
        const error = Math.abs(ys[i] - exact) / gapAt(exact);
        if (error > worst || Number.isNaN(error)) [worst, at] = [error, x];
      });
      assert.ok(worst <= limit, `${op}(${at}) is ${worst} units off`);
    });
  }
});
