/** Kind 2: for a linear operation A, ⟨A x, g⟩ = ⟨x, Aᵀ g⟩, with no step size to choose. Run on every backend. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";

type Linear = (x: T.Tensor) => T.Tensor;

const filters = (O: number, C: number): T.Tensor => T.randomNormal([O, C, 3, 2], { rng: new T.Rng(6) });

/** Linear operations with the shape they take, and what their adjoint is called. */
const pairs: readonly [name: string, A: Linear, shape: T.Shape][] = [
  ["sum ↔ expand", (x) => x.sum(0), [3, 2]],
  ["sum of all ↔ expand", (x) => x.sum(), [3, 2]],
  ["sum, axes kept ↔ expand", (x) => x.sum([0, 2], { keep: true }), [2, 3, 2]],
  ["expand ↔ sum", (x) => x.expand([4, 3, 2]), [3, 1]],
  ["reshape ↔ reshape", (x) => x.reshape([3, 4]), [2, 6]],
  ["permute ↔ inverse permute", (x) => x.permute([2, 0, 1]), [2, 3, 4]],
  ["transpose ↔ transpose", (x) => x.transpose(), [2, 3]],
  ["slice ↔ pad", (x) => x.slice(1, 3, 1), [2, 4]],
  [
    "pad ↔ slice",
    (x) =>
      x.pad([
        [1, 2],
        [0, 1],
      ]),
    [2, 3],
  ],
  ["concat ↔ slice", (x) => T.concat([x, x.mul(2)], 1), [2, 3]],
  ["gather ↔ scatterAdd", (x) => x.gather([1, 1, 0]), [3, 2]],
  ["scatterAdd ↔ gather", (x) => T.scatterAdd(x, [1, 1, 0], 4), [3, 2]],
  ["unfold ↔ fold", (x) => T.unfold(x, { size: 2, stride: [1, 2], dilation: [2, 1], pad: [0, 1, 2, 0] }), [2, 2, 4, 5]],
  ["fold ↔ unfold", (x) => T.fold(x, [1, 2, 3, 4], { size: [2, 3] }), [1, 12, 4]],
  ["matmul by a matrix on the right", (x) => x.matmul(T.arange(12).reshape([3, 4])), [2, 3]],
  ["matmul by a matrix on the left", (x) => T.arange(12).reshape([4, 3]).matmul(x), [3, 2]],
  ["matmul of batches", (x) => T.arange(24).reshape([2, 1, 4, 3]).matmul(x), [5, 3, 2]],
  ["neg", (x) => x.neg(), [3]],
  ["sub", (x) => T.sub(T.zeros([2, 3]), x), [3]],
  ["div by a constant", (x) => x.div(T.tensor([[2], [4]])), [3]],
  ["cumsum ↔ cumsum from the other end", (x) => T.cumsum(x), [2, 5]],
  ["take ↔ scatterAdd along an axis", (x) => T.take(x, [2, 0, 2], 1), [2, 3]],
  ["takeAlong ↔ scatterAdd, row by row", (x) => T.takeAlong(x, [2, 0, 1, 1]), [2, 3]],
  ["flip ↔ flip", (x) => T.flip(x, 1), [2, 3]],
  ["tile ↔ sum of the tiles", (x) => T.tile(x, [2, 3]), [2, 3]],
  [
    "conv2d ↔ convTranspose2d",
    (x) => T.conv2d(x, filters(4, 2), { stride: [2, 1], pad: [1, 0], groups: 2 }),
    [2, 4, 5, 4],
  ],
  ["convTranspose2d ↔ conv2d", (x) => T.convTranspose2d(x, filters(4, 3), { stride: 2, pad: 1 }), [2, 4, 3, 3]],
  ["conv1d", (x) => T.conv1d(x, filters(2, 3).reshape([2, 3, 6]), { dilation: 2, pad: [10, 0] }), [2, 3, 7]],
  ["convTranspose1d", (x) => T.convTranspose1d(x, filters(4, 3).reshape([4, 3, 6]), { stride: 2, pad: 1 }), [2, 4, 3]],
  ["avgPool1d", (x) => T.avgPool1d(x, { size: 3, stride: 1, pad: 1 }), [1, 2, 5]],
  ["avgPool2d", (x) => T.avgPool2d(x, { size: [2, 3], stride: 1, pad: [1, 0] }), [1, 2, 4, 5]],
  ["where", (x) => T.where(T.tensor([1, 0, 1]), x, 0), [2, 3]],
];

for (const candidate of backends) {
  describe(`${candidate.name}: the gradient rule is the adjoint of`, () => {
    for (const [name, A, shape] of pairs) {
      test(name, () => on(candidate, () => areAdjoint(A, shape, candidate.within * 50)));
    }
  });
}

function areAdjoint(A: Linear, shape: T.Shape, within: number): void {
  const rng = new T.Rng(5);
  const x = T.parameter(T.randomNormal(shape, { rng }));
  const y = A(x);
  const g = T.randomNormal(y.shape, { rng });
  const [back] = T.gradients(y, [x], { upstream: g });
  const forward = dot(y, g);
  assert.ok(Math.abs(forward) > 0.01, "a vanishing product would prove nothing");
  assert.ok(Math.abs(forward - dot(x, back)) <= within * Math.abs(forward), `${forward} and ${dot(x, back)}`);
}

function dot(a: T.Tensor, b: T.Tensor): number {
  assert.deepEqual(a.shape, b.shape);
  const other = b.data64();
  return a.data64().reduce((total, v, i) => total + v * other[i], 0);
}
