/** What chapter 3 builds around the examples: stratified splits, folds, scaling, encodings, toy sets, baselines, MNIST. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const rng = (): T.Rng => new T.Rng(5);
const fruit = { x: T.tensor([[183, 7], [185, 5], [192, 7], [146, 8], [165, 10], [209, 11]]), y: Int32Array.of(0, 0, 0, 1, 1, 1) }; // biome-ignore format: a table

describe("a stratified split", () => {
  const y = Int32Array.from({ length: 40 }, (_, i) => (i < 30 ? 4 : i < 38 ? 7 : 9));
  const data = { x: T.arange(40).reshape([40, 1]), y };
  const count = (part: T.Labelled, label: number): number => part.y.filter((v) => v === label).length;
  test("takes round(share · n) of each class, and every row once", () => {
    const { train, test } = T.split(data, { test: 0.25, rng: rng(), stratify: true });
    assert.deepEqual(
      [4, 7, 9].map((k) => count(test, k)),
      [8, 2, 1],
    ); // 7.5 and 0.5 round up
    assert.deepEqual(
      [4, 7, 9].map((k) => count(train, k)),
      [22, 6, 1],
    );
    const rows = [...train.x.data(), ...test.x.data()].sort((a, b) => a - b);
    assert.deepEqual(rows, [...data.x.data()]);
    for (const part of [train, test]) assert.ok(part.x.data().every((v, i) => y[v] === part.y[i]));
  });
  test("is another one with another seed", () => {
    const [a, b] = [1, 2].map((seed) =>
      T.split(data, { test: 0.25, rng: new T.Rng(seed), stratify: true }).test.x.toArray(),
    );
    assert.notDeepEqual(a, b);
  });
  test("refuses targets that are no classes, counts, and parts without a row", () => {
    const numbers = { x: data.x, y: T.arange(40) };
    refuses(
      () => T.split(numbers, { test: 0.2, rng: rng(), stratify: true }),
      "ValueError",
      /only classes can be shared out/,
    );
    refuses(() => T.split(data, { test: 5, rng: rng(), stratify: true }), "ValueError", /only classes.*test: 5/s);
    const four = { x: T.arange(4), y: Int32Array.of(0, 1, 2, 3) };
    refuses(() => T.split(four, { test: 0.4, rng: rng(), stratify: true }), "ValueError", /both parts need/);
  });
});

describe("folds", () => {
  test("put each row away exactly once, in parts that differ by at most one", () => {
    const parts = T.folds(11, { k: 3, rng: rng() });
    assert.deepEqual(
      parts.map(({ test }) => test.length),
      [4, 4, 3],
    );
    assert.deepEqual(
      parts.flatMap(({ test }) => [...test]).sort((a, b) => a - b),
      [...Array(11).keys()],
    );
    for (const { train, test } of parts) {
      assert.equal(train.length + test.length, 11);
      assert.ok(test.every((row) => !train.includes(row)));
    }
    assert.notDeepEqual(
      parts.flatMap(({ test }) => [...test]),
      parts.flatMap(({ test }) => [...test]).sort((a, b) => a - b),
    );
  });
  test("refuse numbers of parts that cannot be", () => {
    for (const k of [1, 12, 2.5]) refuses(() => T.folds(11, { k, rng: rng() }), "ValueError", /each part needs/);
  });
});

describe("fitScaler", () => {
  test("makes columns of mean 0 and standard deviation 1, and goes back", () => {
    const scaler = T.fitScaler(fruit.x);
    T.same(scaler.centre, [180, 8]);
    T.same(scaler.spread, [20, 2]);
    T.same(scaler.apply(T.tensor([[187, 11]])), [[0.35, 1.5]], { within: 1e-6 });
    T.same(scaler.undo(scaler.apply(fruit.x)), fruit.x, { within: 1e-4 });
  });
  test("of ranges maps the smallest value to 0 and the largest to 1", () => {
    const z = T.fitScaler(fruit.x, { to: "range" }).apply(fruit.x);
    T.same([z.min(0).toArray(), z.max(0).toArray()].flat() as number[], [0, 0, 1, 1]);
  });
  test("makes 0 of a column without spread", () => {
    T.same(T.fitScaler(T.tensor([[5, 1], [5, 3]])).apply(T.tensor([[5, 3], [6, 3]])), [[0, 1], [1, 1]]); // biome-ignore format: tables
  });
  test("makes 0 of equal numbers whose mean is rounded", () => {
    for (const to of ["standard", "range"] as const) {
      const x = T.tensor([[1.7], [1.7], [1.7]]); // their mean in float32 is not 1.7
      const scaler = T.fitScaler(x, { to });
      assert.deepEqual([scaler.apply(x).toRows(), scaler.spread.toArray()], [[[0], [0], [0]], [1]]);
    }
  });
  test("refuses what is no table", () => {
    for (const x of [T.zeros([3]), T.zeros([0, 2])])
      refuses(() => T.fitScaler(x), "ShapeError", /a table with at least one row/);
  });
});

describe("encodings", () => {
  test("count the words of a vocabulary and leave out others", () => {
    const words = T.vocabulary(["Green, green apple!", "pear de l’été"]);
    assert.deepEqual(words, ["apple", "de", "green", "l", "pear", "été"]);
    T.same(T.bagOfWords(["a green GREEN pear", ""], words), [[0, 0, 2, 0, 1, 0], [0, 0, 0, 0, 0, 0]]); // biome-ignore format: a table
  });
  test("number labels by the alphabet and give them back", () => {
    const { classes, encode, decode } = T.encodeLabels(["pear", "apple", "pear"]);
    assert.deepEqual(
      [classes, [...encode(["pear", "apple"])], decode(encode(["pear"]))],
      [["apple", "pear"], [1, 0], ["pear"]],
    );
    refuses(() => encode(["plum"]), "ValueError", /new.*"plum".*apple, pear/s);
  });
});

describe("toy sets", () => {
  test("lie where they should, without noise", () => {
    const radius = ([a, b]: number[]): number => Math.hypot(a, b);
    const rings = T.circles(40, { rng: rng(), noise: 0 });
    for (const [i, row] of rings.x.toRows().entries())
      T.same(radius(row), rings.y[i] === 0 ? 1 : 0.5, { within: 1e-6 });
    const half = T.moons(40, { rng: rng(), noise: 0 });
    half.x.toRows().forEach(([a, b], i) => {
      const [u, v] = half.y[i] === 0 ? [a, b] : [1 - a, 0.5 - b];
      T.same(radius([u, v]), 1, { within: 1e-6 });
      assert.ok(v >= 0);
    });
    const arms = T.spirals(60, { rng: rng(), noise: 0, arms: 3 });
    arms.x.toRows().forEach(([a, b], i) => {
      const turn = Math.atan2(b, a) / (2 * Math.PI) - radius([a, b]) - arms.y[i] / 3;
      T.same(Math.abs(turn - Math.round(turn)), 0, { within: 1e-5 });
    });
  });
  test("are spread by noise and come from the seed", () => {
    const [a, b, c] = [5, 5, 6].map((seed) => T.moons(30, { rng: new T.Rng(seed) }).x.toArray());
    assert.deepEqual(a, b);
    assert.notDeepEqual(a, c);
    const off = T.circles(2000, { rng: rng(), noise: 0.1 })
      .x.toRows()
      .map((row, i) => Math.hypot(...row) - (i % 2 ? 0.5 : 1));
    T.same(Math.sqrt(off.reduce((sum, v) => sum + v * v, 0) / 2000), 0.1, { within: 0.01 });
  });
});

describe("baselines", () => {
  test("kNearest asks the nearest rows, and units decide which these are", () => {
    const query = T.tensor([[187, 11]]);
    const { apply } = T.fitScaler(fruit.x);
    const scaled = { x: apply(fruit.x), y: fruit.y };
    assert.deepEqual(
      [1, 3, 6].map((k) => T.kNearest(fruit, { k })(query)[0]),
      [0, 0, 0],
    );
    assert.deepEqual(
      [1, 3].map((k) => T.kNearest(scaled, { k })(apply(query))[0]),
      [1, 1],
    );
  });
  test("kNearest agrees with a sort, ties and all, also over several blocks", () => {
    const draw = rng();
    const table = (n: number): number[][] => Array.from({ length: n }, () => [draw.int(4), draw.int(4)]);
    const [rows, asked] = [table(30), table(300)];
    const y = Int32Array.from(rows, () => draw.int(3));
    const sorted = (query: number[], k: number): number => {
      const far = rows.map(([a, b]) => (a - query[0]) ** 2 + (b - query[1]) ** 2);
      const near = [...far.keys()]
        .sort((i, j) => far[i] - far[j] || i - j)
        .slice(0, k)
        .map((i) => y[i]);
      const votes = (label: number): number => near.filter((v) => v === label).length;
      return near.reduce((best, label) => (votes(label) > votes(best) ? label : best), near[0]);
    };
    for (const k of [1, 2, 5, 30])
      assert.deepEqual(
        [...T.kNearest({ x: T.tensor(rows), y }, { k })(T.tensor(asked))],
        asked.map((q) => sorted(q, k)),
      );
  });
  test("kNearest refuses a number of neighbours that there are not", () => {
    for (const k of [0, 7, 1.5]) refuses(() => T.kNearest(fruit, { k }), "ValueError", /not that many neighbours/);
  });
  test("nearestMean compares with one mean a class, and keeps the class numbers", () => {
    const read = T.nearestMean({ x: fruit.x.slice(1, 2, 1), y: Int32Array.of(4, 4, 4, 9, 9, 9) }); // means 19/3 and 29/3
    assert.deepEqual([...read(T.tensor([[7.9], [8.1]]))], [4, 9]);
  });
  test("majority always says the most frequent class, the smaller of two", () => {
    assert.deepEqual([...T.majority({ x: T.zeros([4, 1]), y: Int32Array.of(9, 4, 4, 9) })(T.zeros([2, 1]))], [4, 4]);
  });
  test("accuracies on the digits are those of an exact search", () => {
    const { train, test } = T.split(T.digits(), { test: 597, rng: new T.Rng(3) });
    assert.equal(T.accuracy(T.kNearest(train, { k: 3 })(test.x), test.y), 594 / 597);
    assert.equal(T.accuracy(T.nearestMean(train)(test.x), test.y), 531 / 597);
  });
});
