/** The kernels on awkward sizes, strides and views, against the reference. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { backend, concat, matmul, permute, Rng, type Tensor, tensor, withBackend } from "../../src/index.ts";

const rng = new Rng(11);
const random = (...shape: number[]): (() => Tensor) => {
  const numbers = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => rng.normal());
  return () => tensor(numbers, { shape });
};

/** Fails unless f gives the same on both backends, to a relative error. */
function agree(f: () => Tensor, within = 2e-6, what = ""): void {
  const expected = withBackend("reference", () => f().data64());
  const actual = withBackend("wasm", () => f().data64());
  const size = Math.max(1, ...expected.map(Math.abs));
  assert.equal(actual.length, expected.length, what);
  actual.forEach((y, i) => {
    const d = Math.abs(y - expected[i]);
    assert.ok(d <= within * size, `${what}: number ${i} is ${y}, not ${expected[i]}`);
  });
}

describe("a product of matrices", () => {
  const sizes = [1, 2, 3, 4, 5, 7, 8, 9, 12, 17];
  for (const [name, turn] of [
    ["as they lie", (x: Tensor) => x],
    ["transposed", (x: Tensor) => x.transpose().reshape(x.shape)],
  ] as const) {
    test(`of every small size, ${name}`, () => {
      for (const M of sizes)
        for (const N of sizes)
          for (const K of [1, 3, 4, 19]) {
            const [a, b] = [random(M, K), random(K, N)];
            agree(() => matmul(turn(a()), turn(b())), 2e-6, `${M}×${K}×${N}`);
          }
    });
  }

  test("of transposed operands", () => {
    for (const [M, K, N] of [
      [5, 6, 7],
      [1, 9, 20],
      [20, 9, 1],
      [33, 17, 24],
      [8, 8, 8],
    ]) {
      const [a, b] = [random(K, M), random(N, K)];
      agree(() => matmul(a().transpose(), b().transpose()), 2e-6, `${M}×${K}×${N}`);
    }
  });

  test("deeper than a stretch of 1,024", () => {
    const [a, b] = [random(6, 2500), random(2500, 11)];
    agree(() => matmul(a(), b()), 1e-5);
  });

  test("of slices, whose rows are further apart than they are long", () => {
    const [a, b] = [random(13, 40), random(30, 29)];
    agree(() => matmul(a().slice(1, 11).slice(3, 20, 1), b().slice(5, 22).slice(2, 27, 1)));
  });

  test("in batches that broadcast, permuted", () => {
    const [a, b] = [random(3, 1, 5, 2, 6), random(4, 1, 7, 6)];
    agree(() => matmul(permute(a(), [2, 0, 1, 3, 4]), b().reshape([1, 4, 7, 6]).transpose()));
  });

  test("with nothing between them is zero", () => {
    const [a, b] = [random(3, 0), random(0, 4)];
    agree(() => matmul(a(), b()));
  });
});

describe("a sum", () => {
  test("over any axes of any view", () => {
    const x = random(3, 4, 5, 2, 3);
    for (const axes of [[0], [4], [1, 3], [0, 2, 4], [1, 2], [0, 1, 2, 3, 4], []]) {
      agree(() => x().sum(axes), 2e-6, `axes ${axes}`);
      agree(() => permute(x(), [3, 0, 4, 2, 1]).sum(axes), 2e-6, `permuted, axes ${axes}`);
    }
  });

  test("of a million numbers is as exact as float32 can say", () => {
    withBackend("wasm", () => {
      const x = tensor(new Float32Array(1_000_000).fill(0.1));
      const exact = Math.fround(0.1) * 1_000_000;
      const close = (sum: number, exact: number) =>
        assert.ok(Math.abs(sum / exact - 1) <= 5e-7, `${sum}, not ${exact}`);
      close(x.sum().item(), exact);
      close(x.reshape([500_000, 2]).sum(0).data()[1], exact / 2);
    });
  });

  test("over columns and rows of every small size", () => {
    for (const M of [1, 3, 4, 9, 600])
      for (const N of [1, 2, 5, 16, 19]) {
        const x = random(M, N);
        agree(() => x().sum(0), 1e-5, `${M}×${N} over rows`);
        agree(() => x().sum(1), 1e-5, `${M}×${N} over columns`);
        agree(() => x().max(0), 0, `${M}×${N} largest of rows`);
        agree(() => x().max(1), 0, `${M}×${N} largest of columns`);
      }
  });
});

describe("an operation on pairs", () => {
  test("broadcasts on any axis, through any strides, over more axes than a kernel has", () => {
    const [x, y] = [random(2, 1, 3, 1, 2, 3), random(3, 1, 2, 1, 3)];
    const z = random(3, 1, 2, 1, 1, 2);
    agree(() => x().add(permute(y(), [0, 3, 4, 2, 1]).reshape([3, 1, 1, 2, 3]))); // stretched here and there
    agree(() => permute(x(), [5, 3, 4, 1, 2, 0]).mul(z()));
    agree(() => z().sub(permute(x(), [5, 3, 4, 1, 2, 0])));
  });

  test("reads the end of memory without stepping over it", () => {
    withBackend(
      "wasm",
      () => {
        const x = tensor(Float32Array.from({ length: 1003 }, (_, i) => i));
        for (let start = 990; start < 1003; start++) assert.equal(x.slice(start, 1003).exp().shape[0], 1003 - start);
      },
      { nursery: 1 },
    );
  });
});

test("copies of every view are in order", () => {
  const x = random(5, 6, 7, 8);
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [0, 1, 3, 2],
    [1, 0, 3, 2],
    [2, 3, 0, 1],
    [0, 3, 1, 2],
  ]) {
    agree(() => permute(x(), order).exp(), 1e-6, `order ${order}`);
    agree(
      () => permute(x().slice(1, 4).slice(2, 5, 1).slice(3, 8, 3), order).reshape([-1]),
      0,
      `sliced, order ${order}`,
    );
    agree(() => concat([permute(x(), order), permute(x(), order)], 2), 0, `joined, order ${order}`);
  }
});

test("there is one backend behind the name", () => {
  withBackend("wasm", () => assert.equal(backend().name, "wasm"));
});
