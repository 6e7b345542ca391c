/** Kind 4: facts that hold for all shapes and numbers, tried on many, on every backend. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";
import { close } from "./support/close.ts";

const size = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);
const anyShape = fc.array(size, { maxLength: 4 });
const seed = fc.integer({ min: 0, max: 1000 });
const drawn = (shape: T.Shape, seed: number): T.Tensor => T.randomNormal(shape, { rng: new T.Rng(seed) });

/** Two shapes that broadcast: some sizes of the result become 1, some leading axes go. */
const broadcastPair = fc
  .tuple(anyShape, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat(4), fc.nat(4))
  .map(([shape, ones, p, q]) => {
    const thinned = (from: number, drop: number): number[] =>
      shape.map((n, i) => (ones[from + i] ? 1 : n)).slice(Math.min(drop, shape.length));
    return [thinned(0, p), thinned(4, q)] as const;
  });

/** A view of x that is not packed, with the same numbers: its axes reversed in memory. */
function scattered(x: T.Tensor): T.Tensor {
  const reversed = x.shape.map((_, i) => x.rank - 1 - i);
  return T.tensor(x.permute(reversed).data64(), { shape: reversed.map((i) => x.shape[i]) }).permute(reversed);
}

const runs = { numRuns: 60, seed: 4 };
const at = (shape: T.Shape, index: readonly number[]): number =>
  T.stridesOf(shape).reduce((sum, step, i) => sum + step * index[i], 0);

/** Every index of a shape, in row-major order. */
function* indices(shape: T.Shape): Generator<number[]> {
  for (let k = 0; k < T.sizeOf(shape); k++) yield T.stridesOf(shape).map((step, i) => Math.floor(k / step) % shape[i]);
}

for (const candidate of backends) {
  const holds = (name: string, property: fc.IProperty<never> | { readonly run: unknown }): void => {
    test(name, () => on(candidate, () => fc.assert(property as fc.IProperty<never>, runs)));
  };

  describe(`${candidate.name}:`, () => {
    holds(
      "each entry of a broadcast sum is the sum of the entries it was stretched from",
      fc.property(broadcastPair, seed, ([p, q], s) => {
        const [a, b] = [drawn(p, s), drawn(q, s + 1)];
        const y = a.add(b);
        const [x, z] = [a.data64(), b.data64()];
        const from = (shape: T.Shape, index: number[]): number =>
          at(
            shape,
            shape.map((n, i) => (n === 1 ? 0 : index[index.length - shape.length + i])),
          );
        const expected = [...indices(y.shape)].map((index) => x[from(p, index)] + z[from(q, index)]);
        close(y, T.broadcastShapes("add", p, q), expected, candidate.within);
      }),
    );
    holds(
      "the gradients of a broadcast product have the shapes of its factors and the sums of what was stretched",
      fc.property(broadcastPair, seed, ([p, q], s) => {
        const [a, b] = [T.parameter(drawn(p, s)), T.parameter(drawn(q, s + 1))];
        const [da, db] = T.gradients(a.mul(b).sum(), [a, b]);
        const shape = T.broadcastShapes("mul", p, q);
        close(da, p, T.sumTo(b.detach().expand(shape), p).data64(), candidate.within * 10);
        close(db, q, T.sumTo(a.detach().expand(shape), q).data64(), candidate.within * 10);
      }),
    );
    holds(
      "operations see the same numbers in a scattered view as in a packed copy",
      fc.property(anyShape, seed, (shape, s) => {
        const x = drawn(shape, s);
        const v = scattered(x);
        const same = (f: (x: T.Tensor) => T.Tensor): void => close(f(v), f(x).shape, f(x).data64(), candidate.within);
        same((x) => x);
        same((x) => x.tanh());
        same((x) => x.mul(x));
        same((x) => x.sum());
        same((x) => x.reshape([-1].slice(x.size === 0 ? 1 : 0).concat(x.size === 0 ? [0] : [])));
        same((x) => T.parameter(x).detach());
        same((x) => x.pad(shape.map(() => [1, 2])));
        if (x.rank > 0) same((x) => T.concat([x, x], x.rank - 1));
        if (x.rank > 0 && shape[0] > 0) same((x) => x.gather([0, shape[0] - 1]));
        if (x.rank > 0 && shape[0] > 0) same((x) => T.scatterAdd(x, [...Array(shape[0]).keys()].reverse(), shape[0]));
        if (x.rank > 1) same((x) => x.transpose().matmul(x));
      }),
    );
    holds(
      "a sum over axes one at a time is the sum over all at once",
      fc.property(anyShape, seed, (shape, s) => {
        const x = drawn(shape, s);
        let y = x;
        for (let i = 0; i < shape.length; i++) y = y.sum(0);
        close(y, [], x.sum().data64(), candidate.within * 10);
      }),
    );
    holds(
      "permute moves entry [i, j, …] to its permuted place, and its inverse moves it back",
      fc.property(anyShape, seed, (shape, s) => {
        const x = drawn(shape, s);
        const order = [...new T.Rng(s).permutation(shape.length)];
        const y = x.permute(order);
        const [from, to] = [x.data64(), y.data64()];
        for (const index of indices(shape))
          assert.equal(
            to[
              at(
                y.shape,
                order.map((axis) => index[axis]),
              )
            ],
            from[at(shape, index)],
          );
        const back = order.map((_, axis) => order.indexOf(axis));
        close(y.permute(back), shape, from, 0);
      }),
    );
    holds(
      "slices along an axis, joined again, are the whole",
      fc.property(
        anyShape.filter((s) => s.length > 0),
        seed,
        fc.nat(),
        (shape, s, cut) => {
          const x = drawn(shape, s);
          const axis = s % shape.length;
          const k = cut % (shape[axis] + 1);
          const whole = T.concat([x.slice(0, k, axis), x.slice(k, undefined, axis)], axis);
          close(whole, shape, x.data64(), 0);
        },
      ),
    );
    holds(
      "a padded tensor holds the tensor, and zeros elsewhere",
      fc.property(anyShape, seed, (shape, s) => {
        const x = drawn(shape, s);
        const y = x.pad(shape.map((_, i) => [i, 1]));
        const inside = shape.reduce((part, n, axis) => part.slice(axis, axis + n, axis), y);
        close(inside, shape, x.data64(), 0);
        close(y.sum(), [], x.sum().data64(), candidate.within * 10);
        close(y.square().sum(), [], x.square().sum().data64(), candidate.within * 10);
      }),
    );
    holds(
      "a batched product is the product of each pair",
      fc.property(fc.tuple(size, size, size, size), seed, ([B, M, K, N], s) => {
        const [a, b] = [drawn([B, M, K], s), drawn([B, K, N], s + 1)];
        const y = a.matmul(b);
        assert.deepEqual(y.shape, [B, M, N]);
        const [p, q] = [a.data64(), b.data64()];
        const expected = [...indices(y.shape)].map(([t, i, j]) => {
          let total = 0;
          for (let k = 0; k < K; k++) total += p[(t * M + i) * K + k] * q[(t * K + k) * N + j];
          return total;
        });
        close(y, [B, M, N], expected, candidate.within * 10);
      }),
    );
    holds(
      "an operand used several times collects the gradient of each use",
      fc.property(anyShape, seed, fc.integer({ min: 2, max: 5 }), (shape, s, times) => {
        const x = T.parameter(drawn(shape, s));
        let y = x;
        for (let i = 1; i < times; i++) y = y.mul(x);
        const [g] = T.gradients(y.sum(), [x]);
        const expected = x.data64().map((v) => times * v ** (times - 1));
        close(g, shape, expected, candidate.within * 50);
      }),
    );
    holds(
      "a branch that is not used leaves the gradient alone, and shared work is counted once for each use",
      fc.property(anyShape, seed, (shape, s) => {
        const x = T.parameter(drawn(shape, s));
        const shared = x.tanh();
        shared.mul(100).exp(); // nobody asks
        const y = shared.mul(2).add(shared).sum();
        const [g] = T.gradients(y, [x]);
        close(
          g,
          shape,
          x.data64().map((v) => 3 * (1 - Math.tanh(v) ** 2)),
          candidate.within * 10,
        );
      }),
    );
    holds(
      "softmax sums to 1 and does not change when a constant is added",
      fc.property(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })), seed, (shape, s) => {
        const x = drawn(shape, s);
        const y = T.softmax(x);
        close(y.sum(-1), [shape[0]], new Float64Array(shape[0]).fill(1), candidate.within);
        close(T.softmax(x.add(64)), shape, y.data64(), candidate.within * 100);
        close(T.logSoftmax(x).exp(), shape, y.data64(), candidate.within * 10);
      }),
    );
    holds(
      "unfold by a window of one pixel only rearranges",
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }), seed, ([N, C, H, W], s) => {
        const x = drawn([N, C, H, W], s);
        close(T.unfold(x, { size: 1 }), [N, C, H * W], x.data64(), 0);
      }),
    );
  });
}
