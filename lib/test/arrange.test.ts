/** Movement along axes: what it refuses, and facts that hold for all shapes. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";
import { refuses } from "./support/close.ts";

const x = T.arange(6).reshape([2, 3]);
const list = (y: T.Tensor): number[] => [...y.data64()];

describe("axes", () => {
  test("flatten keeps the first axis, also of empty batches, and refuses single numbers", () => {
    assert.deepEqual(T.flatten(T.zeros([2, 3, 4])).shape, [2, 12]);
    assert.deepEqual(T.zeros([0, 3, 4]).flatten().shape, [0, 12]);
    assert.deepEqual(T.zeros([3]).flatten().shape, [3, 1]);
    refuses(() => T.tensor(1).flatten(), "ShapeError", /flatten: a single number is no batch/);
  });
  test("squeeze leaves out axes of size 1 only", () => {
    assert.deepEqual(T.squeeze(T.zeros([1, 2, 1])).shape, [2]);
    assert.deepEqual(T.squeeze(T.zeros([1, 2, 1]), -1).shape, [1, 2]);
    assert.deepEqual(T.squeeze(x).shape, [2, 3]);
    refuses(() => T.squeeze(x, 1), "ShapeError", /squeeze: an axis with more than one entry.*axes \[1\] of shape/s);
    refuses(() => T.squeeze(T.zeros([1, 2]), [0, 1]), "ShapeError", /more than one/);
  });
  test("unsqueeze counts places in the result", () => {
    assert.deepEqual(T.unsqueeze(x, 0).shape, [1, 2, 3]);
    assert.deepEqual(T.unsqueeze(x, 2).shape, [2, 3, 1]);
    assert.deepEqual(T.unsqueeze(x, -2).shape, [2, 1, 3]);
    assert.deepEqual(T.unsqueeze(T.tensor(1), 0).shape, [1]);
    refuses(() => T.unsqueeze(x, 3), "ShapeError", /unsqueeze: axis 3/);
  });
  test("moveAxis keeps the order of the others", () => {
    const y = T.zeros([2, 3, 4, 5]);
    assert.deepEqual(T.moveAxis(y, 0, 2).shape, [3, 4, 2, 5]);
    assert.deepEqual(T.moveAxis(y, 3, 1).shape, [2, 5, 3, 4]);
    assert.ok(T.moveAxis(y, 1, -3) === y);
    refuses(() => T.moveAxis(x, 0, 2), "ShapeError", /moveAxis: axis 2/);
    refuses(() => T.moveAxis(x, -3, 0), "ShapeError", /moveAxis: axis -3/);
  });
  test("chunk cuts evenly or by sizes, and loses nothing", () => {
    assert.deepEqual(T.chunk(x, 3, 1).map(list), [
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    assert.deepEqual(
      T.chunk(x, [0, 2]).map((y) => y.shape),
      [
        [0, 3],
        [2, 3],
      ],
    );
    refuses(() => T.chunk(x, 2, 1), "ShapeError", /chunk: axis 1 of size 3.*got 2 equal pieces.*a divisor of 3/s);
    for (const pieces of [0, -1, 1.5]) refuses(() => T.chunk(x, pieces, 1), "ShapeError", /cannot be cut/);
    for (const pieces of [[1, 1], [2, 2], [4, -1], [1.5, 1.5], []])
      refuses(() => T.chunk(x, pieces, -1), "ShapeError", /pieces of \[.*add up to 3.*chunk\(x, \[1, 2\], 1\)/s);
  });
});

describe("entries along an axis", () => {
  test("take refuses positions outside", () => {
    for (const i of [3, -1, 0.5])
      refuses(() => T.take(x, [0, i], 1), "IndexError", /take: a position lies outside.*0 to 2/s);
    refuses(() => T.take(T.zeros([0]), [0]), "IndexError", /the axis is empty/);
    assert.deepEqual(T.take(x, []).shape, [0, 3]);
    assert.deepEqual(list(T.take(x, [1])), [3, 4, 5]);
  });
  test("takeAlong picks for each row what argmax found", () => {
    const y = T.tensor([
      [1, 5, 2],
      [7, 0, 3],
    ]);
    assert.deepEqual(list(T.takeAlong(y, y.argmax())), [5, 7]);
    assert.deepEqual(list(T.takeAlong(y, y.argmax(0), 0)), [7, 5, 3]);
    const cube = T.tensor([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ]);
    assert.deepEqual(list(T.takeAlong(cube, [1, 0, 0, 1])), [2, 3, 5, 8]);
    assert.deepEqual(T.takeAlong(y, []).shape, [2, 0]);
    assert.deepEqual(T.takeAlong(T.zeros([0, 3]), []).shape, [0, 0]);
    refuses(() => T.takeAlong(y, [0]), "ShapeError", /do not divide.*1 positions for shape \[2, 3\] along axis 1/s);
    refuses(() => T.takeAlong(T.zeros([0, 3]), [1]), "ShapeError", /do not divide/);
    refuses(() => T.takeAlong(y, [0, 3]), "IndexError", /takeAlong: .*position 3 on an axis of size 3/s);
    refuses(() => T.takeAlong(y, [0, -1]), "IndexError", /position -1/);
  });
  test("flip twice is nothing, along one axis or all", () => {
    assert.deepEqual(list(T.flip(x)), [5, 4, 3, 2, 1, 0]);
    assert.deepEqual(list(T.flip(x, -1)), [2, 1, 0, 5, 4, 3]);
    assert.deepEqual(list(T.flip(T.flip(x, [0, 1]), [1, 0])), list(x));
    assert.deepEqual(T.flip(T.zeros([0, 2])).shape, [0, 2]);
    refuses(() => T.flip(x, 2), "ShapeError", /flip: axis 2/);
  });
  test("tile wants a count for each axis", () => {
    assert.deepEqual(list(T.tile(T.tensor([1, 2]), [3])), [1, 2, 1, 2, 1, 2]);
    for (const counts of [[2], [2, -1], [1, 1.5], [1, 1, 1]])
      refuses(
        () => T.tile(x, counts),
        "ShapeError",
        /tile: the counts do not fit.*2 whole numbers.*tile\(x, \[2, 2\]\)/s,
      );
  });
});

describe("order", () => {
  test("is stable, and its positions lead back to the values", () => {
    const { values, positions } = T.sort(T.tensor([2, 1, 2, 1]));
    assert.deepEqual(
      [list(values), [...positions]],
      [
        [1, 1, 2, 2],
        [1, 3, 0, 2],
      ],
    );
    assert.deepEqual([...T.sort(T.tensor([2, 1, 2, 1]), { descending: true }).positions], [0, 2, 1, 3]);
    assert.ok(positions instanceof Int32Array);
  });
  test("counts NaN as the largest", () => {
    const y = T.tensor([NaN, 1, Infinity, NaN, -Infinity]);
    assert.deepEqual([...T.sort(y).positions], [4, 1, 2, 0, 3]);
    assert.deepEqual([...T.sort(y, { descending: true }).positions], [0, 3, 2, 1, 4]);
  });
  test("of no numbers is no numbers", () => {
    assert.deepEqual(T.sort(T.zeros([2, 0])).values.shape, [2, 0]);
    assert.deepEqual(T.sort(T.zeros([0, 2])).values.shape, [0, 2]);
    refuses(() => T.sort(T.tensor(1)), "ShapeError", /sort: axis -1/);
  });
  test("topk wants as many entries as it shall choose", () => {
    assert.deepEqual([...T.topk(T.tensor([1, 3, 3, 2]), 3).positions], [1, 2, 3]);
    assert.deepEqual(list(T.topk(x, 2, { axis: 0 }).values), [3, 4, 5, 0, 1, 2]);
    for (const k of [0, 4, 1.5, -1]) refuses(() => T.topk(x, k), "ValueError", /topk: the axis does not have.*1 to 3/s);
    refuses(() => T.topk(T.zeros([2, 0]), 1), "ValueError", /an axis with entries/);
  });
  test("nonzero lists where a mask is set, NaN included", () => {
    assert.deepEqual(
      [
        ...T.nonzero(
          T.tensor([
            [0, 2],
            [-1, NaN],
          ]),
        ),
      ],
      [1, 2, 3],
    );
    assert.deepEqual([...T.nonzero(T.zeros([3]))], []);
  });
});

const shape = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 });
for (const candidate of backends) {
  describe(`${candidate.name}:`, () => {
    const holds = (name: string, fact: (x: T.Tensor, axis: number) => void): void =>
      test(name, () =>
        on(candidate, () =>
          fc.assert(
            fc.property(shape, fc.nat(2), fc.nat(100), (s, axis, seed) =>
              fact(T.randomNormal(s, { rng: new T.Rng(seed) }), axis % s.length),
            ),
            { numRuns: 30, seed: 6 },
          ),
        ),
      );
    holds("the last running total is the sum, and differences give the entries back", (y, axis) => {
      const n = y.shape[axis];
      const total = T.cumsum(y, axis);
      if (n === 0) return;
      T.same(total.slice(n - 1, n, axis), y.sum(axis, { keep: true }), { within: 1e-5 });
      T.same(total.slice(1, n, axis).sub(total.slice(0, n - 1, axis)), y.slice(1, n, axis), { within: 1e-5 });
    });
    holds("sorting keeps the numbers, puts neighbours in order, and topk is its head", (y, axis) => {
      const { values, positions } = T.sort(y, { axis, descending: true });
      assert.deepEqual(values.shape, y.shape);
      assert.deepEqual([...values.data64()].sort(), [...y.data64()].sort());
      const n = y.shape[axis];
      if (y.size === 0) return;
      T.same(T.takeAlong(y, positions, axis), values);
      const steps = values.slice(1, n, axis).sub(values.slice(0, n - 1, axis));
      assert.ok([...steps.data64()].every((step) => step <= 0));
      T.same(T.topk(y, 1, { axis }).values, y.max(axis, { keep: true }));
    });
    holds("pieces put together again are the whole", (y, axis) => {
      T.same(
        T.concat(
          T.chunk(
            y,
            [...Array(y.shape[axis] + 1).keys()].map((i) => (i === 0 ? 0 : 1)),
            axis,
          ),
          axis,
        ),
        y,
      );
      T.same(T.flip(T.flip(y, axis), axis), y);
      T.same(T.moveAxis(T.moveAxis(y, axis, -1), -1, axis), y);
    });
  });
}
