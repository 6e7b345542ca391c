/** The reference backend's own matters: matrix products in tiles, views that copy nothing, what it reads and writes. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { inLoops, inTiles, multiply } from "../src/backend/reference/matmul.ts";
import { ReferenceBackend } from "../src/backend/reference/reference.ts";
import { Strided } from "../src/backend/reference/strided.ts";
import * as T from "../src/index.ts";

describe("matrix products", () => {
  const rng = new T.Rng(1);
  const numbers = (n: number): Float32Array => Float32Array.from({ length: n }, () => rng.normal());
  const sizes = [
    [1, 1, 1],
    [3, 5, 4],
    [2, 3, 3],
    [4, 2, 5],
    [7, 9, 11],
    [6, 1, 8],
    [3, 0, 4],
    [17, 16, 18],
  ] as const;
  test("in tiles equal those in loops to the bit, whatever is left over at the edges", () => {
    for (const [M, K, N] of sizes) {
      const [a, b, c, d, e] = [numbers(M * K), numbers(K * N), numbers(M * N), numbers(M * N), numbers(M * N)];
      inLoops(a, b, c, { M, K, N });
      inTiles(a, b, d, { M, K, N });
      multiply(a, b, e, { M, K, N });
      assert.deepEqual(d, c);
      assert.deepEqual(e, c);
    }
  });
  test("sum in float64: a small number survives between two large ones", () => {
    const a = Float32Array.of(1e8, 1, -1e8);
    for (const way of [inLoops, inTiles]) {
      const c = new Float32Array(1);
      way(a, Float32Array.of(1, 1, 1), c, { M: 1, K: 3, N: 1 });
      assert.equal(c[0], 1);
    }
  });
});

describe("strided arrays", () => {
  const be = new ReferenceBackend("test", (size) => new Float32Array(size));
  const x = be.fromData([0, 1, 2, 3, 4, 5], [2, 3]);
  test("know whether they are packed", () => {
    assert.ok(x.packed);
    assert.ok(!be.permute(x, [1, 0]).packed);
    assert.ok(!be.slice(x, [0, 1], [2, 3]).packed);
    assert.ok(be.slice(x, [1, 0], [2, 3]).packed);
    assert.ok(!be.expand(be.slice(x, [0, 0], [1, 3]), [2, 3]).packed);
    assert.ok(new Strided(x.storage, [1, 3], [99, 1]).packed); // a step that is never taken
  });
  test("share memory between views, also where a reshape needs no copy", () => {
    for (const view of [
      be.permute(x, [1, 0]),
      be.expand(x, [4, 2, 3]),
      be.slice(x, [0, 1], [2, 2]),
      be.reshape(x, [6]),
    ]) {
      assert.ok(view.storage === x.storage);
    }
    assert.ok(be.reshape(be.permute(x, [1, 0]), [6]).storage !== x.storage);
  });
  test("reshape a slice from where it starts", () => {
    assert.deepEqual([...be.read(be.reshape(be.slice(x, [1, 0], [2, 3]), [3]))], [3, 4, 5]);
  });
  test("are read and made persistent as copies", () => {
    const copy = be.read(x);
    copy[0] = 9;
    const kept = be.persistent(be.slice(x, [1, 0], [2, 3]));
    be.accumulate(kept, be.slice(x, [0, 0], [1, 3]));
    assert.deepEqual([...kept.storage], [3, 5, 7]);
    be.assign(kept, be.slice(x, [0, 0], [1, 3]));
    assert.deepEqual([...kept.storage], [0, 1, 2]);
    assert.deepEqual([...x.storage], [0, 1, 2, 3, 4, 5]);
  });
});
