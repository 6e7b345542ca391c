/** Shapes, axes and random numbers. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { naturalLog, normalQuantile, squareRoot } from "../src/core/normal-quantile.ts";
import { checkShape, dropAxes, keepAxes, normalAxes, normalAxis, sameShape } from "../src/core/shape.ts";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

interface Stored {
  readonly streams: { seed: number; bits: number[]; uniform: number[]; normal: number[] }[];
  readonly quantiles: [p: number, z: number][];
}
const golden: Stored = JSON.parse(readFileSync(new URL("golden/rng.json", import.meta.url), "utf8"));

describe("shapes", () => {
  test("the size is the product of the sizes, 1 for a single number", () => {
    assert.equal(T.sizeOf([2, 3, 4]), 24);
    assert.equal(T.sizeOf([]), 1);
    assert.equal(T.sizeOf([3, 0]), 0);
  });
  test("strides are products of the sizes to the right", () => assert.deepEqual(T.stridesOf([2, 3, 4]), [12, 4, 1]));
  test("equal shapes are equal in length and every size", () => {
    const shape = [2, 3];
    assert.ok(sameShape(shape, shape));
    assert.ok(sameShape([2, 3], [2, 3]));
    assert.ok(sameShape([], []));
    assert.ok(!sameShape([2, 3], [2, 4]));
    assert.ok(!sameShape([1, 3], [2, 3]));
    assert.ok(!sameShape([2, 3], [2]));
    assert.ok(!sameShape([2], [2, 3]));
  });
  test("broadcasting aligns at the right, stretches 1, and lets 0 stay 0", () => {
    assert.deepEqual(T.broadcastShapes("add", [2, 1, 3], [4, 1]), [2, 4, 3]);
    assert.deepEqual(T.broadcastShapes("add", [3], [2, 3]), [2, 3]);
    assert.deepEqual(T.broadcastShapes("add", [], [2]), [2]);
    assert.deepEqual(T.broadcastShapes("add", [2], []), [2]);
    assert.deepEqual(T.broadcastShapes("add", [0], [1]), [0]);
    assert.deepEqual(T.broadcastShapes("add", [1], [0]), [0]);
  });
  test("sizes that differ and are not 1 do not broadcast", () => {
    refuses(
      () => T.broadcastShapes("add", [2, 3], [4, 3]),
      "ShapeError",
      /add: sizes 2 and 4 do not broadcast \(axis 0\)/,
    );
    refuses(() => T.broadcastShapes("mul", [2, 3], [2]), "ShapeError", /sizes 3 and 2 .*axis 1.*keep: true/s);
    refuses(() => T.broadcastShapes("mul", [5, 2, 3], [4, 3]), "ShapeError", /axis 1.*reshape may be missing/s);
  });
  test("negative axes count from the end", () => {
    assert.equal(normalAxis("sum", [2, 3], -1), 1);
    assert.equal(normalAxis("sum", [2, 3], -2), 0);
    assert.equal(normalAxis("sum", [2, 3], 1), 1);
    assert.deepEqual(normalAxes("sum", [2, 3, 4], [-1, 0]), [0, 2]);
    assert.deepEqual(normalAxes("sum", [2, 3, 4], 1), [1]);
    assert.deepEqual(normalAxes("sum", [2, 3], undefined), [0, 1]);
    assert.deepEqual(normalAxes("sum", [2, 3], []), []);
  });
  test("axes that do not exist, and axes named twice, are refused", () => {
    for (const axis of [2, -3, 0.5])
      refuses(() => normalAxis("sum", [2, 3], axis), "ShapeError", /sum: axis .* does not exist/);
    refuses(() => normalAxis("sum", [2, 3], 2), "ShapeError", /from -2 to 1/);
    refuses(() => normalAxis("sum", [], 0), "ShapeError", /no axis: this is a single number/);
    refuses(() => normalAxes("sum", [2, 3], [1, -1]), "ShapeError", /axis 1 is named twice/);
  });
  test("axes can be dropped or kept at size 1", () => {
    assert.deepEqual(dropAxes([2, 3, 4], [0, 2]), [3]);
    assert.deepEqual(keepAxes([2, 3, 4], [0, 2]), [1, 3, 1]);
  });
  test("sizes are whole numbers from 0 up", () => {
    checkShape("zeros", [0, 2]);
    refuses(() => checkShape("zeros", [2, -1]), "ShapeError", /-1 is not a size/);
    refuses(() => checkShape("zeros", [1.5]), "ShapeError", /1.5 is not a size/);
  });
});

describe("Rng", () => {
  test("gives the stream that a second implementation gives", () => {
    for (const { seed, bits, uniform, normal } of golden.streams) {
      const [p, q, r] = [new T.Rng(seed), new T.Rng(seed), new T.Rng(seed)];
      assert.deepEqual(
        bits.map(() => p.bits()),
        bits,
      );
      assert.deepEqual(
        uniform.map(() => q.uniform()),
        uniform,
      );
      for (const z of normal) assert.ok(Math.abs(r.normal() - z) <= 1e-14 * Math.max(1, Math.abs(z)));
    }
  });
  test("the inverse normal distribution is right in the middle and far out", () => {
    for (const [p, z] of golden.quantiles) {
      const error = Math.abs(normalQuantile(p) - z);
      assert.ok(error <= 4e-15 * Math.abs(z) + 1e-15, `${p}: ${normalQuantile(p)} for ${z}`);
    }
  });
  test("its logarithm and square root agree with Math's", () => {
    for (const x of [1e-300, 1e-16, 0.001, 0.5, 0.706, 0.708, 0.9, 1]) {
      assert.ok(Math.abs(naturalLog(x) - Math.log(x)) <= 5e-16 * Math.abs(Math.log(x)) + 1e-17, `log ${x}`);
    }
    for (const x of [0.5, 1, 2, 9, 100, 800]) assert.ok(Math.abs(squareRoot(x) - Math.sqrt(x)) < 1e-14 * Math.sqrt(x));
  });
  test("uniform numbers fill the range evenly and normal numbers have mean 0 and spread 1", () => {
    const rng = new T.Rng(3);
    const n = 20_000;
    const u = Float64Array.from({ length: n }, () => rng.uniform());
    assert.ok(u.every((x) => x >= 0 && x < 1));
    assert.ok(Math.abs(u.reduce((a, b) => a + b) / n - 0.5) < 0.01);
    const z = Float64Array.from({ length: n }, () => rng.normal());
    assert.ok(Math.abs(z.reduce((a, b) => a + b) / n) < 0.03);
    assert.ok(Math.abs(z.reduce((a, b) => a + b * b, 0) / n - 1) < 0.05);
  });
  test("ranges and spreads can be chosen", () => {
    const [a, b, c, d] = [9, 9, 9, 9].map((seed) => new T.Rng(seed));
    assert.equal(a.uniform(-2, 6), -2 + 8 * b.uniform());
    assert.equal(c.normal(5, 2), 5 + 2 * d.normal());
    const narrow = new T.Rng(1);
    for (let i = 0; i < 100; i++) assert.equal(narrow.uniform(1, 1 + Number.EPSILON), 1); // never the upper end
    assert.equal(new T.Rng(1).uniform(2, 2), 2);
  });
  test("whole numbers are fair and below their count", () => {
    const rng = new T.Rng(5);
    const counts = [0, 0, 0];
    for (let i = 0; i < 6000; i++) counts[rng.int(3)]++;
    for (const count of counts) assert.ok(Math.abs(count - 2000) < 150);
    assert.equal(rng.int(1), 0);
    assert.ok(rng.int(4294967296) > 0);
    // 3 · 2³⁰ leaves a quarter of the 32-bit numbers over; taking them modulo would favour the lowest third.
    let low = 0;
    for (let i = 0; i < 4000; i++) if (rng.int(3221225472) < 1073741824) low++;
    assert.ok(Math.abs(low - 1333) < 120, `${low}`);
  });
  test("a shuffle keeps the entries, in an order that depends on the seed only", () => {
    const order = new T.Rng(2).permutation(50);
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      [...Array(50).keys()],
    );
    assert.deepEqual(order, new T.Rng(2).permutation(50));
    assert.notDeepEqual(order, new T.Rng(3).permutation(50));
    const list = ["a", "b", "c"];
    assert.equal(new T.Rng(1).shuffle(list), list);
  });
  test("all six orders of three come equally often", () => {
    const rng = new T.Rng(8);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const key = rng.permutation(3).join("");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    assert.equal(counts.size, 6);
    for (const count of counts.values()) assert.ok(Math.abs(count - 1000) < 120);
  });
  test("a fork is another stream, and the same one each time", () => {
    const [a, b] = [new T.Rng(4), new T.Rng(4)];
    const [p, q] = [a.fork(), b.fork()];
    assert.equal(p.bits(), q.bits());
    assert.notEqual(p.bits(), a.bits());
    assert.notEqual(a.fork().bits(), q.bits());
    const wide = new T.Rng(6);
    const high = new T.Rng(6);
    const seed = (high.bits() >>> 11) * 4294967296 + high.bits();
    assert.equal(wide.fork().bits(), new T.Rng(seed).bits()); // 53 bits of seed
  });
  test("bad seeds and counts are refused", () => {
    for (const seed of [0.5, NaN, 2 ** 53])
      refuses(() => new T.Rng(seed), "ValueError", /Rng: the seed is not a whole number/);
    for (const count of [0, 1.5, -1, 2 ** 32 + 1])
      refuses(() => new T.Rng(1).int(count), "ValueError", /int: the count/);
  });
});
