/** The 10,000 digits: that they are the package's, and that labels fit pictures. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "vitest";
import * as T from "../../src/index.ts";

const rng = (): T.Rng => new T.Rng(5);

describe("mnist10k", () => {
  const { x, y, images } = T.mnist10k();
  test("has 10,000 pictures, sorted by digit, with ink from 0 to 1", () => {
    assert.deepEqual([x.shape, images.shape], [[10000, 784], [10000, 28, 28]]); // biome-ignore format: shapes
    const counts = Array.from({ length: 10 }, (_, k) => y.filter((label) => label === k).length);
    assert.deepEqual(counts, [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]);
    assert.ok(y.every((label, i) => i === 0 || label >= y[i - 1]));
    assert.deepEqual([x.min().item(), x.max().item()], [0, 1]);
  });
  test("is the package's, pixel by pixel", () => {
    const bytes = Uint8Array.from(x.data(), (v) => Math.round(v * 255));
    assert.equal(
      createHash("sha256").update(bytes).digest("hex"),
      "0768d16c5adea568dee18fa5e4e1acb117e9ec2c5d6b1dffe5fc29c1e61c1eca",
    );
    assert.ok(x.data().every((v, i) => Math.abs(v * 255 - bytes[i]) < 1e-4));
  });
  test("labels fit the pictures: a neighbour of the same list is nearly always of the same digit", () => {
    const { train, test } = T.split({ x, y }, { test: 500, rng: rng() });
    const right = T.accuracy(T.kNearest(train, { k: 1 })(test.x), test.y);
    assert.ok(right > 0.92 && right < 0.99, String(right));
  });
});
