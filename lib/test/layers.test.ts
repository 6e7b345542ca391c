/** Layers: what they refuse, and identities that golden values do not show. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";
import { refuses } from "./support/close.ts";

const rng = (): T.Rng => new T.Rng(3);
const drawn = (...shape: number[]): T.Tensor => T.randomNormal(shape, { rng: rng() });
const sumOf = (a: T.Tensor, b: T.Tensor): number => a.mul(b).sum().item();

describe("convolution", () => {
  test("with a delta moves the image", () => {
    const x = T.arange(16).reshape([1, 1, 4, 4]);
    const delta = T.zeros([1, 1, 3, 3]).add(
      T.ones([1, 1, 1, 1]).pad([
        [0, 0],
        [0, 0],
        [0, 2],
        [1, 1],
      ]),
    );
    const moved = x.slice(0, 3, 2).pad([
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
    T.same(T.conv2d(x, delta, { pad: 1 }), moved);
  });
  test("transposed is the adjoint of convolution with the same options", () => {
    const options = { stride: [2, 1], pad: [1, 0], dilation: [1, 2], groups: 2 } as const;
    const [x, W] = [drawn(2, 4, 7, 6), drawn(6, 2, 3, 2)];
    const y = T.conv2d(x, W, options);
    const g = T.randomNormal(y.shape, { rng: new T.Rng(8) });
    const back = T.convTranspose2d(g, W, options);
    assert.deepEqual(back.shape, x.shape);
    assert.ok(Math.abs(sumOf(y, g) - sumOf(x, back)) < 1e-3 * Math.abs(sumOf(y, g)), `${sumOf(y, g)}`);
  });
  test("transposed along sequences is the adjoint of conv1d, and refuses what does not fit", () => {
    const options = { stride: 2, pad: [2, 1], dilation: 2, groups: 2 } as const;
    const [x, W] = [drawn(2, 4, 9), drawn(6, 2, 3)];
    const y = T.conv1d(x, W, options);
    const g = T.randomNormal(y.shape, { rng: new T.Rng(8) });
    const back = T.convTranspose1d(g, W, { ...options, outputPad: 1 });
    assert.deepEqual(back.shape, x.shape);
    assert.ok(Math.abs(sumOf(y, g) - sumOf(x, back)) < 1e-3 * Math.abs(sumOf(y, g)), `${sumOf(y, g)}`);
    const wrong = /convTranspose1d: .*x \[N, C, T\], W \[C, O \/ groups, k\]/s;
    refuses(() => T.convTranspose1d(x, W), "ShapeError", wrong);
    refuses(() => T.convTranspose1d(g, drawn(6, 2)), "ShapeError", wrong);
    refuses(() => T.convTranspose1d(drawn(6, 2), W), "ShapeError", wrong);
    refuses(() => T.convTranspose1d(drawn(1, 6, 2), W, { groups: 4 }), "ShapeError", wrong);
    refuses(() => T.convTranspose1d(drawn(1, 6, 2), W, { groups: 2, bias: T.zeros([2]) }), "ShapeError", wrong);
    refuses(() => T.convTranspose1d(drawn(1, 6, 2), W, { outputPad: 1 }), "ValueError", /smaller than the stride/);
  });
  test("that pads the past only sees no future", () => {
    const W = drawn(1, 1, 3);
    const at = (x: T.Tensor): T.Tensor => T.conv1d(x, W, { dilation: 2, pad: [4, 0] }).slice(0, 3, 2);
    T.same(at(T.tensor([[[1, 2, 3, 4, 5]]])), at(T.tensor([[[1, 2, 3, 9, -9]]])));
  });
  test("refuses channels, filters and biases that do not fit", () => {
    const x = T.zeros([1, 4, 5, 5]);
    for (const [W, options] of [
      [T.zeros([2, 3, 3, 3]), {}],
      [T.zeros([2, 4, 3]), {}],
      [T.zeros([3, 2, 3, 3]), { groups: 2 }],
      [T.zeros([2, 4, 3, 3]), { bias: T.zeros([3]) }],
      [T.zeros([2, 4, 3, 3]), { bias: T.zeros([2, 1]) }],
    ] as [T.Tensor, T.ConvOptions][])
      refuses(
        () => T.conv2d(x, W, options),
        "ShapeError",
        /conv2d: .*do not fit.*W \[O, C \/ groups, kh, kw\].*channels/s,
      );
    refuses(() => T.conv2d(T.zeros([4, 5, 5]), T.zeros([2, 4, 3, 3])), "ShapeError", /x \[N, C, H, W\]/);
    refuses(() => T.conv1d(x, T.zeros([2, 4, 3])), "ShapeError", /conv1d: .*x \[N, C, T\], W \[O, C \/ groups, k\]/s);
    refuses(() => T.conv1d(T.zeros([1, 4, 5]), T.zeros([2, 3, 3])), "ShapeError", /conv1d/);
    refuses(() => T.conv1d(T.zeros([1, 4, 5]), T.zeros([2, 4, 3, 1])), "ShapeError", /conv1d/);
    refuses(() => T.conv1d(T.zeros([1, 4, 5]), T.zeros([3, 2, 3]), { groups: 2 }), "ShapeError", /conv1d/);
    refuses(
      () => T.conv1d(T.zeros([1, 4, 5]), T.zeros([2, 4, 3]), { bias: T.zeros([4]) }),
      "ShapeError",
      /\[2, 4, 3\] and \[4\]/,
    );
    refuses(() => T.conv2d(x, T.zeros([2, 4, 6, 3])), "ShapeError", /the window does not fit/);
  });
  test("transposed refuses them too, and padding of the output beyond the stride", () => {
    const [x, W] = [T.zeros([1, 4, 5, 5]), T.zeros([4, 2, 3, 3])];
    refuses(() => T.convTranspose2d(x, T.zeros([2, 4, 3, 3])), "ShapeError", /convTranspose2d: .*W \[C, O \/ groups/s);
    refuses(() => T.convTranspose2d(x, W, { bias: T.zeros([2]), groups: 2 }), "ShapeError", /bias/);
    refuses(() => T.convTranspose2d(x, W, { groups: 3 }), "ShapeError", /groups divides/);
    refuses(() => T.convTranspose2d(x, T.zeros([4, 2, 3])), "ShapeError", /convTranspose2d/);
    for (const outputPad of [1, -1, [0, 2], [0.5, 0]] as T.Pair[])
      refuses(
        () => T.convTranspose2d(x, W, { outputPad, stride: [1, 2] }),
        "ValueError",
        /outputPad must be smaller.*stride \[1, 2\]/s,
      );
    assert.deepEqual(T.convTranspose2d(x, W, { outputPad: [0, 1], stride: [1, 2] }).shape, [1, 2, 7, 12]);
  });
});

describe("pooling", () => {
  test("shares the gradient among winners that tie, and gives none to padding", () => {
    const x = T.parameter(T.zeros([1, 1, 2, 2]).sub(1));
    const y = T.maxPool2d(x, { size: 3, pad: 1, stride: 2 });
    assert.deepEqual(y.detach().toArray(), [[[[-1]]]]);
    y.sum().backward();
    T.same(x.grad ?? T.zeros([0]), T.full([1, 1, 2, 2], 0.25));
  });
  test("averages the zeros of the padding too", () => {
    assert.equal(T.avgPool2d(T.ones([1, 1, 1, 1]), { size: 3, pad: 1 }).item(), Math.fround(1 / 9));
  });
  test("refuses windows that could lie in the padding, and images that are none", () => {
    const x = T.zeros([1, 1, 4, 4]);
    for (const [op, f] of Object.entries({ maxPool2d: T.maxPool2d, avgPool2d: T.avgPool2d })) {
      refuses(
        () => f(x, { size: 2, pad: 2 }),
        "ValueError",
        new RegExp(`${op}: the padding is wider.*covers \\[2, 2\\]`, "s"),
      );
      refuses(() => f(x, { size: [2, 4], pad: [2, 0] }), "ValueError", /padding \[2, 2, 0, 0\]/);
      refuses(() => f(x, { size: [4, 2], pad: [0, 0, 0, 2] }), "ValueError", /padding/);
      refuses(() => f(T.zeros([4, 4]), { size: 2 }), "ShapeError", /four axes/);
      refuses(() => f(T.zeros([4, 4]), { size: 2, pad: 1 }), "ShapeError", /four axes/);
      refuses(() => f(x, { size: 5 }), "ShapeError", /does not fit the image/);
    }
    assert.deepEqual(T.maxPool2d(x, { size: 2, dilation: 3, pad: 2 }).shape, [1, 1, 3, 3]);
    refuses(() => T.globalAveragePool(T.zeros([2, 3])), "ShapeError", /globalAveragePool: there is nothing to pool/);
    refuses(() => T.globalMaxPool(T.zeros([2, 3])), "ShapeError", /globalMaxPool: there is nothing to pool/);
    assert.deepEqual(T.globalAveragePool(T.ones([2, 3, 4])).shape, [2, 3]);
  });
  test("along sequences refuses what is no batch of sequences, and takes padding at one end", () => {
    for (const [op, f] of Object.entries({ maxPool1d: T.maxPool1d, avgPool1d: T.avgPool1d })) {
      refuses(() => f(T.zeros([4, 4]), { size: 2 }), "ShapeError", new RegExp(`${op}: sequences need three axes`));
      refuses(() => f(T.zeros([1, 1, 4]), { size: 2, pad: 2 }), "ValueError", /padding/);
      assert.deepEqual(f(T.zeros([1, 1, 4]), { size: 3, pad: [0, 1], stride: 1 }).shape, [1, 1, 3]);
    }
    T.same(T.maxPool1d(T.tensor([[[1, 5, 2, -3]]]), { size: 2, pad: [1, 1] }), T.tensor([[[1, 5, -3]]]));
  });
});

for (const candidate of backends) {
  describe(`${candidate.name}: normalisation`, () => {
    test("gives mean 0 and variance 1, whatever the input's scale", () =>
      on(candidate, () => {
        const x = drawn(4, 6, 5).mul(30).add(7);
        const [a, b] = [T.ones([6]), T.zeros([6])];
        const running = { mean: T.buffer(b), variance: T.buffer(a) };
        const standard = (y: T.Tensor, axes: number[]): void => {
          T.same(y.mean(axes), T.zeros(y.mean(axes).shape), { within: 1e-5 });
          T.same(y.variance(axes), T.ones(y.mean(axes).shape), { within: 1e-4 });
        };
        standard(T.batchNorm(x, a, b, { running }), [0, 2]);
        standard(T.instanceNorm(x, a, b), [2]);
        standard(T.groupNorm(x, a, b, { groups: 2 }).reshape([4, 2, 15]), [2]);
        standard(T.layerNorm(x, T.ones([5]), T.zeros([5])), [2]);
        T.same(
          T.rmsNorm(x, T.ones([5]))
            .square()
            .mean(-1),
          T.ones([4, 6]),
          { within: 1e-4 },
        );
      }));
    test("of a batch converges to the population, which evaluation uses and leaves alone", () =>
      on(candidate, () => {
        const [x, a, b] = [T.tensor([[1], [3]]), T.ones([1]), T.zeros([1])];
        const running = { mean: T.buffer(T.zeros([1])), variance: T.buffer(T.ones([1])) };
        for (let i = 0; i < 200; i++) T.batchNorm(x, a, b, { running });
        T.same([running.mean.item(), running.variance.item()], [2, 2], { within: 1e-5 });
        const y = T.evaluating(() => T.batchNorm(T.tensor([[2]]), a, b, { running }));
        T.same([y.item(), running.mean.item(), running.variance.item()], [0, 2, 2], { within: 1e-5 });
      }));
  });
}

describe("normalisation refuses", () => {
  const v = T.ones([3]);
  test("vectors that have not one number for each channel", () => {
    const running = { mean: v, variance: v };
    refuses(
      () => T.layerNorm(T.zeros([2, 4]), v, v),
      "ShapeError",
      /layerNorm: one number for each channel.*\[4\].*last axis/s,
    );
    refuses(() => T.layerNorm(T.zeros([2, 3]), v, T.ones([1, 3])), "ShapeError", /layerNorm/);
    refuses(() => T.layerNorm(T.tensor(1), v, v), "ShapeError", /an input with channels/);
    refuses(() => T.rmsNorm(T.zeros([2, 4]), v), "ShapeError", /rmsNorm/);
    refuses(() => T.groupNorm(T.zeros([2, 4]), v, v, { groups: 2 }), "ShapeError", /groupNorm.*axis 1 for the others/s);
    refuses(() => T.instanceNorm(T.zeros([3, 2]), v, v), "ShapeError", /instanceNorm/);
    refuses(() => T.batchNorm(T.zeros([2, 4]), v, v, { running }), "ShapeError", /batchNorm/);
    refuses(
      () => T.batchNorm(T.zeros([2, 3]), v, v, { running: { mean: v, variance: T.ones([2]) } }),
      "ShapeError",
      /batchNorm/,
    );
  });
  test("groups that do not divide the channels", () => {
    for (const groups of [2, 0, 1.5])
      refuses(() => T.groupNorm(T.zeros([1, 3]), v, v, { groups }), "ShapeError", /groups for 3 channels/);
  });
  test("a batch of one number a channel, in training only", () => {
    const running = { mean: T.buffer(T.zeros([3])), variance: T.buffer(v) };
    refuses(() => T.batchNorm(T.zeros([1, 3]), v, v, { running }), "ValueError", /one number a channel.*evaluating/s);
    assert.deepEqual(T.evaluating(() => T.batchNorm(T.zeros([1, 3]), v, v, { running })).shape, [1, 3]);
    assert.deepEqual(T.batchNorm(T.zeros([1, 3, 2]), v, v, { running }).shape, [1, 3, 2]);
  });
});

describe("dropout", () => {
  const x = T.ones([4000]);
  test("drops the share it says and keeps the expectation; the gradient goes the same way", () => {
    const p = T.parameter(x);
    const y = T.dropout(p, { rate: 0.2, rng: rng() });
    const zeros = 4000 - T.nonzero(y).length;
    assert.ok(Math.abs(zeros / 4000 - 0.2) < 0.02, `${zeros}`);
    assert.deepEqual(new Set(y.data()), new Set([0, 1.25]));
    y.sum().backward();
    T.same(p.grad ?? x, y.detach());
    assert.ok(Math.abs(T.nonzero(T.dropout(x, { rng: rng() })).length / 4000 - 0.5) < 0.03);
  });
  test("is the same for the same seed, another the next time, and nothing in evaluation or at rate 0", () => {
    const stream = rng();
    const [a, b, c] = [rng(), stream, stream].map((r) => T.dropout(x, { rng: r }).toArray());
    assert.deepEqual(a, b);
    assert.notDeepEqual(b, c);
    assert.ok(T.evaluating(() => T.dropout(x, { rng: rng() })) === x);
    assert.ok(T.dropout(x, { rate: 0, rng: rng() }) === x);
  });
  test("refuses what is no probability below 1", () => {
    for (const rate of [1, -0.1, NaN])
      refuses(() => T.dropout(x, { rate, rng: rng() }), "ValueError", /dropout: the rate is no probability/);
  });
});

describe("embedding", () => {
  const table = T.arange(6).reshape([3, 2]);
  test("takes lists, lists of lists, and flat lists with a shape", () => {
    assert.deepEqual(T.embedding(table, [[2], [0]]).toArray(), [[[4, 5]], [[0, 1]]]);
    assert.deepEqual(T.embedding(table, Int32Array.of(1)).toArray(), [[2, 3]]);
    assert.deepEqual(T.embedding(table, [0, 1, 2, 0], { shape: [2, 1, 2] }).shape, [2, 1, 2, 2]);
    assert.deepEqual(T.embedding(table, []).shape, [0, 2]);
  });
  test("refuses numbers that the table does not have, and lists of different lengths", () => {
    for (const i of [3, -1, 0.5]) refuses(() => T.embedding(table, [i]), "IndexError", /there is no row/);
    refuses(() => T.embedding(table, [[0, 1], [2]]), "ShapeError", /embedding: 3 tokens do not fill.*pad the shorter/s);
    refuses(() => T.embedding(table, [0], { shape: [2] }), "ShapeError", /1 tokens do not fill/);
    refuses(() => T.embedding(T.zeros([3]), [0]), "ShapeError", /the table is no matrix/);
  });
});

describe("attention", () => {
  const [q, k, v] = [T.ones([2, 3]), T.ones([4, 3]), T.arange(4).reshape([4, 1])];
  test("is blind to what is hidden", () => {
    const mask = T.tensor([[0, -Infinity, -Infinity, 0]]);
    T.same(T.scaledDotProductAttention(q, k, v, { mask }), [[1.5], [1.5]]);
    T.same(T.scaledDotProductAttention(q, k, v, { causal: true }), [[1], [1.5]]);
    T.same(T.scaledDotProductAttention(q, k, v, { causal: true, mask }), [[0], [1.5]]);
    T.same(T.scaledDotProductAttention(q, k, v), [[1.5], [1.5]]);
  });
  test("refuses sequences that do not fit together", () => {
    refuses(() => T.scaledDotProductAttention(q, T.ones([4, 2]), v), "ShapeError", /queries and keys differ in length/);
    refuses(() => T.scaledDotProductAttention(q, k, T.ones([3, 1])), "ShapeError", /every key needs one value/);
    refuses(() => T.scaledDotProductAttention(T.ones([3]), k, v), "ShapeError", /scaledDotProductAttention/);
    refuses(
      () => T.scaledDotProductAttention(k, q, v.slice(2), { causal: true }),
      "ValueError",
      /causalMask: there are fewer keys.*4 queries and 2 keys/s,
    );
    refuses(() => T.splitHeads(T.zeros([2, 3, 4]), 3), "ShapeError", /4 features do not divide among 3 heads/);
    refuses(() => T.splitHeads(T.zeros([2, 3, 4]), 0), "ShapeError", /do not divide/);
    refuses(() => T.splitHeads(T.zeros([3, 4]), 2), "ShapeError", /three axes/);
  });
  test("heads are taken apart and put together", () => {
    const x = drawn(2, 3, 8);
    const apart = T.splitHeads(x, 4);
    assert.deepEqual(apart.shape, [2, 4, 3, 2]);
    T.same(apart.at(1, 2, 0), x.at(1, 0).slice(4, 6));
    T.same(T.mergeHeads(apart), x);
    assert.deepEqual(T.causalMask(2).toArray(), [
      [0, -Infinity],
      [0, 0],
    ]);
  });
});

describe("recurrent cells", () => {
  const w = (gates: number, D = 3, H = 2): T.GruWeights => ({
    Wx: T.zeros([D, gates * H]),
    Wh: T.zeros([H, gates * H]),
    b: T.zeros([gates * H]),
    bh: T.zeros([gates * H]),
  });
  const [x, h] = [T.ones([4, 3]), T.ones([4, 2])];
  test("with open and closed gates keep or drop their state", () => {
    const b = T.tensor([-99, -99, 99, 99, 0, 0, 99, 99]); // input closed, forget (keep) open, output open
    T.same(T.lstmCell(x, { h, c: h.mul(5) }, { ...w(4), b }).c, h.mul(5), { within: 1e-6 });
    T.same(T.gruCell(x, h.mul(3), { ...w(3), b: T.tensor([0, 0, 99, 99, 0, 0]) }), h.mul(3));
    T.same(T.gruCell(x, h.mul(3), { ...w(3), b: T.tensor([0, 0, -99, -99, 0, 0]) }), h.mul(0), { within: 1e-6 });
  });
  test("refuse parts that do not fit", () => {
    const cells = {
      rnnCell: (x: T.Tensor, h: T.Tensor, p: T.GruWeights) => T.rnnCell(x, h, p),
      lstmCell: (x: T.Tensor, h: T.Tensor, p: T.GruWeights) => T.lstmCell(x, { h, c: h }, p).h,
      gruCell: T.gruCell,
    };
    for (const [i, [op, cell]] of Object.entries(cells).entries()) {
      const gates = [1, 4, 3][i];
      assert.deepEqual(cell(x, h, w(gates)).shape, [4, 2]);
      const bad = (f: () => unknown): void =>
        refuses(f, "ShapeError", new RegExp(`${op}: input, state and weights.*Wx \\[D, ${gates}H\\]`, "s"));
      bad(() => cell(T.ones([4, 5]), h, w(gates)));
      bad(() => cell(T.ones([3]), h, w(gates)));
      bad(() => cell(x, T.ones([3, 2]), w(gates)));
      bad(() => cell(x, T.ones([2]), w(gates)));
      bad(() => cell(x, h, w(gates + 1)));
      bad(() => cell(x, h, { ...w(gates), Wh: T.zeros([3, gates * 2]) }));
      bad(() => cell(x, h, { ...w(gates), b: T.zeros([1]) }));
    }
    refuses(() => T.gruCell(x, h, { ...w(3), bh: T.zeros([2]) }), "ShapeError", /gruCell/);
    refuses(() => T.lstmCell(x, { h, c: T.zeros([4, 3]) }, w(4)), "ShapeError", /lstmCell/);
  });
});
