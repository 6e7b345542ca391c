/** Data, metrics, and `same`. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const data = (): T.Labelled => ({ x: T.arange(20).reshape([10, 2]), y: Int32Array.from({ length: 10 }, (_, i) => i) });
/** Whether each row of x is still beside its own answer. */
const matched = ({ x, y }: T.Labelled): boolean => x.toRows().every(([a], i) => a === 2 * y[i]);

describe("digits", () => {
  const { x, y, images } = T.digits();
  test("the last image is that of the data set, pixel by pixel", () => {
    const rows = ["00ae8100", "02ge6100", "00ff8f00", "005gga00", "00cffc00", "04g64g60", "08ga8g80", "018cec10"];
    const ink = rows.map((row) => [...row].map((digit) => Number.parseInt(digit, 17))); // 0 to 16
    assert.deepEqual(images.at(1796).mul(16).toArray(), ink);
    assert.deepEqual(x.at(1796).toArray(), images.at(1796).reshape([64]).toArray());
  });
  test("are 1,797 pictures of 64 grey values from 0 to 1", () => {
    assert.deepEqual([x.shape, images.shape, y.length], [[1797, 64], [1797, 8, 8], 1797]);
    assert.deepEqual([x.min().item(), x.max().item()], [0, 1]);
    assert.deepEqual(images.at(5).reshape([64]).toArray(), x.at(5).toArray());
  });
  test("are those of scikit-learn: every pixel and every label", () => {
    const bytes = Uint8Array.from(x.data(), (v) => v * 16);
    const digest = createHash("sha256").update(bytes).update(Uint8Array.from(y)).digest("hex");
    assert.equal(digest, "87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826");
  });
  test("show each class about equally often", () => {
    const counts = Array.from({ length: 10 }, (_, k) => y.filter((label) => label === k).length);
    assert.deepEqual(counts, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });
});

describe("split", () => {
  test("puts each example, with its answer, into one of both parts", () => {
    const { train, test } = T.split(data(), { test: 0.3, rng: new T.Rng(1) });
    assert.deepEqual(
      [train.x.shape, test.x.shape],
      [
        [7, 2],
        [3, 2],
      ],
    );
    assert.deepEqual(
      [...train.y, ...test.y].sort((a, b) => a - b),
      [...data().y],
    );
    assert.ok(matched(train) && matched(test));
    assert.notDeepEqual([...test.y, ...train.y], [...data().y]);
  });
  test("takes a count as well as a share", () => {
    assert.equal(T.split(data(), { test: 4, rng: new T.Rng(1) }).test.y.length, 4);
    assert.equal(T.split(data(), { test: 1, rng: new T.Rng(1) }).test.y.length, 1);
    assert.equal(T.split(data(), { test: 9, rng: new T.Rng(1) }).train.y.length, 1);
    assert.equal(T.split(data(), { test: 0.26, rng: new T.Rng(1) }).test.y.length, 3);
  });
  test("refuses parts without examples, and answers that do not match", () => {
    for (const share of [0, 10, 11, 2.5, -1, 0.01, 0.99])
      refuses(() => T.split(data(), { test: share, rng: new T.Rng(1) }), "ValueError", /both parts need/);
    refuses(
      () => T.split({ x: T.zeros([3, 2]), y: Int32Array.of(1, 2) }, { test: 1, rng: new T.Rng(1) }),
      "ValueError",
      /split: examples and answers differ.*3 rows of x and 2 of y/s,
    );
    refuses(
      () => T.split({ x: T.tensor(1), y: Int32Array.of() }, { test: 1, rng: new T.Rng(1) }),
      "ValueError",
      /0 rows of x and 0 of y/,
    );
  });
});

describe("batches", () => {
  test("are all examples once, in a new order each pass, each with its answer", () => {
    const rng = new T.Rng(1);
    const pass = (): T.Labelled[] => [...T.batches(data(), { size: 4, rng })].map(([x, y]) => ({ x, y }));
    const [first, second] = [pass(), pass()];
    assert.deepEqual(
      first.map(({ y }) => y.length),
      [4, 4, 2],
    );
    assert.ok(first.every(matched));
    const order = (batches: T.Labelled[]): number[] => batches.flatMap(({ y }) => [...y]);
    assert.deepEqual(
      order(first).sort((a, b) => a - b),
      [...data().y],
    );
    assert.notDeepEqual(order(first), order(second));
  });
  test("keep the order without an Rng, and can leave out a small last batch", () => {
    const sizes = (options: T.BatchOptions): number[][] => [...T.batches(data(), options)].map(([, y]) => [...y]);
    assert.deepEqual(sizes({ size: 6 }), [
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9],
    ]);
    assert.deepEqual(sizes({ size: 6, dropLast: true }), [[0, 1, 2, 3, 4, 5]]);
    assert.equal(sizes({ size: 5, dropLast: true }).length, 2);
    assert.equal(sizes({ size: 50 }).length, 1);
    assert.equal(sizes({ size: 1 }).length, 10);
  });
  test("carry targets that are tensors, and need no gradient", () => {
    const regression = { x: T.parameter(T.arange(4).reshape([4, 1])), y: T.arange(4).mul(3) };
    for (const [x, y] of T.batches(regression, { size: 2, rng: new T.Rng(2) })) {
      assert.deepEqual(x.reshape([-1]).mul(3).toArray(), y.toArray());
      assert.equal(x.requiresGrad, false);
    }
    const learned = { x: T.arange(4), y: T.parameter(T.arange(4)) };
    for (const [, y] of T.batches(learned, { size: 2 })) assert.equal(y.requiresGrad, false);
  });
  test("refuse sizes that are none, and answers that do not match", () => {
    for (const size of [0, -1, 1.5])
      refuses(() => [...T.batches(data(), { size })], "ValueError", /batches: the batch size/);
    refuses(
      () => [...T.batches({ x: T.zeros([3]), y: T.zeros([]) }, { size: 1 })],
      "ValueError",
      /3 rows of x and 0 of y/,
    );
  });
});

describe("metrics", () => {
  test("accuracy is the share of right answers, from logits or class numbers", () => {
    assert.equal(
      T.accuracy(
        T.tensor([
          [1, 2],
          [3, 0],
          [0, 1],
          [0, 1],
        ]),
        [1, 0, 0, 1],
      ),
      0.75,
    );
    assert.equal(T.accuracy(Int32Array.of(1, 2), Int32Array.of(1, 1)), 0.5);
    refuses(() => T.accuracy([1], [1, 2]), "ShapeError", /accuracy: answers and labels differ/);
    refuses(() => T.accuracy([], []), "ShapeError", /there are none/);
  });
  test("confusionMatrix counts answers [right class][answer]", () => {
    assert.deepEqual(T.confusionMatrix([0, 1, 1, 2], [0, 0, 1, 1], { classes: 3 }), [
      [1, 1, 0],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    refuses(() => T.confusionMatrix([0], [0, 1], { classes: 2 }), "ShapeError", /confusionMatrix/);
    for (const k of [2, -1, 0.5]) {
      refuses(() => T.confusionMatrix([k], [0], { classes: 2 }), "IndexError", /there is no class/);
      refuses(() => T.confusionMatrix([0], [k], { classes: 2 }), "IndexError", /there is no class/);
    }
  });
});

describe("oneHot", () => {
  test("has a single 1 in each row, in the column of the class", () => {
    assert.deepEqual(T.oneHot([2, 0], 3).toArray(), [
      [0, 0, 1],
      [1, 0, 0],
    ]);
    assert.deepEqual(T.oneHot(Int32Array.of(), 3).shape, [0, 3]);
  });
  test("refuses what is no class", () => {
    for (const k of [3, -1, 0.5]) refuses(() => T.oneHot([k], 3), "IndexError", /oneHot: a label is not one.*0 to 2/s);
  });
});

describe("same", () => {
  test("passes equal numbers, lists, typed arrays and tensors", () => {
    T.same(1, 1);
    T.same([1, [2, 3]], [1, [2, 3]]);
    T.same(T.tensor([[1, 2]]), [[1, 2]]);
    T.same(Float32Array.of(1), [1]);
    T.same(NaN, NaN);
    T.same(Infinity, Infinity);
    T.same(0, -0);
    T.same([1, 2.05], [1, 2], { within: 0.06 });
    T.same(2.5, 2, { within: 0.5 });
  });
  test("names the first difference", () => {
    assert.throws(() => T.same(1, 2), { message: "same: the numbers differ\n  got 1\n  expected 2" });
    assert.throws(
      () =>
        T.same(
          [
            [1, 2],
            [3, 5],
          ],
          [
            [1, 2],
            [3, 4],
          ],
        ),
      { message: "same: entry [1][1] differs\n  got 5\n  expected 4" },
    );
    assert.throws(() => T.same(1.2, 1, { within: 0.1 }), /expected 1 within 0.1/);
    assert.throws(() => T.same(NaN, 1, { within: 5 }), /numbers differ/);
  });
  test("names shapes that differ", () => {
    assert.throws(() => T.same([1], [1, 2]), {
      message: "same: the shapes differ\n  got a list of 1\n  expected a list of 2",
    });
    assert.throws(
      () => T.same([1], [[1]]),
      /the shapes differ at \[0\]\n {2}got the number 1\n {2}expected a list of 1/,
    );
    assert.throws(() => T.same([[1]], [1]), /got a list of 1/);
  });
});

test("NotImplemented names its exercise", () => {
  const error = new T.NotImplemented("E05.1");
  assert.deepEqual([error.name, error.exercise], ["NotImplemented", "E05.1"]);
  assert.match(error.message, /E05.1 is not implemented yet/);
  assert.ok(error instanceof Error);
});
