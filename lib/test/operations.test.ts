/** What operations refuse, and identities that golden values do not show. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const x = T.arange(6).reshape([2, 3]);

describe("matmul", () => {
  test("refuses inner sizes that differ, and says which transpose would fit", () => {
    const [a, b] = [T.zeros([2, 3]), T.zeros([4, 3])];
    refuses(
      () => a.matmul(b),
      "ShapeError",
      /inner sizes differ \(3 vs 4\).*got \[2, 3\] and \[4, 3\].*a\.matmul\(b\.transpose\(\)\)/s,
    );
    refuses(() => T.zeros([3, 2]).matmul(T.zeros([3, 4])), "ShapeError", /a\.transpose\(\)\.matmul\(b\)/);
    refuses(() => a.matmul(T.zeros([5, 6])), "ShapeError", /print both shapes/);
    assert.throws(() => a.matmul(b), {
      op: "matmul",
      shapes: [
        [2, 3],
        [4, 3],
      ],
    });
  });
  test("reads its hints from the last two axes", () => {
    refuses(
      () => T.zeros([5, 2, 3]).matmul(T.zeros([5, 4, 3])),
      "ShapeError",
      /inner sizes differ \(3 vs 4\).*b\.transpose\(\)/s,
    );
    refuses(() => T.zeros([5, 3, 2]).matmul(T.zeros([5, 3, 4])), "ShapeError", /\(2 vs 3\).*a\.transpose\(\)/s);
  });
  test("refuses vectors, and says how to make them matrices", () => {
    refuses(() => T.zeros([3]).matmul(T.zeros([3, 2])), "ShapeError", /at least two axes.*a\.reshape\(\[1, -1\]\)/s);
    refuses(() => T.zeros([2, 3]).matmul(T.zeros([3])), "ShapeError", /is a row.*a column/);
    refuses(() => T.zeros([3]).matmul(T.zeros([3])), "ShapeError", /is a row/);
    refuses(() => T.zeros([2, 2, 3]).matmul(T.zeros([3, 3, 2])), "ShapeError", /do not broadcast/);
  });
  test("of nothing is zeros", () => {
    assert.deepEqual(
      T.zeros([2, 0])
        .matmul(T.zeros([0, 2]))
        .toArray(),
      [
        [0, 0],
        [0, 0],
      ],
    );
    assert.deepEqual(T.zeros([3, 2, 0]).matmul(T.zeros([0, 2])).shape, [3, 2, 2]);
  });
});

describe("movement", () => {
  test("reshape fills in -1 and refuses what does not fit", () => {
    assert.deepEqual(x.reshape([-1]).shape, [6]);
    assert.deepEqual(x.reshape([3, -1]).shape, [3, 2]);
    assert.ok(x.reshape([2, 3]) === x);
    refuses(() => x.reshape([4, 2]), "ShapeError", /reshape: 6 numbers do not fit \[4, 2\]/);
    refuses(() => x.reshape([4, -1]), "ShapeError", /do not fit \[4, -1\]/);
    refuses(() => x.reshape([-1, -1]), "ShapeError", /-1 is not a size/);
    refuses(() => T.zeros([0]).reshape([0, -1]), "ShapeError", /do not fit/);
    refuses(() => x.reshape([-2, -3]), "ShapeError", /-2 is not a size/);
  });
  test("permute and transpose refuse what is no order", () => {
    refuses(() => x.permute([0, 0]), "ShapeError", /\[0, 0\] is not an order of 2 axes.*x\.permute\(\[1, 0\]\)/s);
    refuses(() => x.permute([0]), "ShapeError", /not an order/);
    refuses(() => x.permute([0, 1, 1]), "ShapeError", /not an order/);
    refuses(() => T.zeros([3]).transpose(), "ShapeError", /no two axes to swap/);
    assert.deepEqual(x.permute([-1, 0]).shape, [3, 2]);
    assert.deepEqual(T.zeros([2, 3, 4]).transpose([0, 2]).shape, [4, 3, 2]);
  });
  test("expand repeats only axes of size 1", () => {
    assert.deepEqual(
      T.tensor([[1], [2]])
        .expand([2, 2])
        .toArray(),
      [
        [1, 1],
        [2, 2],
      ],
    );
    assert.ok(x.expand([2, 3]) === x);
    refuses(() => x.expand([4, 3]), "ShapeError", /does not stretch to \[4, 3\]/);
    refuses(() => x.expand([3]), "ShapeError", /does not stretch/);
    refuses(() => x.expand([-1, 2, 3]), "ShapeError", /-1 is not a size/);
  });
  test("slice counts as Array.slice does, but refuses what is outside", () => {
    assert.deepEqual(x.slice(1).toArray(), [[3, 4, 5]]);
    assert.deepEqual(x.slice(-2, -1, 1).toArray(), [[1], [4]]);
    assert.deepEqual(x.slice(1, 1).shape, [0, 3]);
    assert.ok(x.slice(0) === x);
    for (const [start, end] of [
      [0, 3],
      [-3, 1],
      [2, 1],
      [0.5, 1],
      [0, 1.5],
    ])
      refuses(() => x.slice(start, end), "IndexError", /does not fit axis 0 of size 2/);
    refuses(() => x.slice(3), "IndexError", /3 to the end/);
    refuses(() => x.slice(0, 1, 2), "ShapeError", /slice: axis 2/);
  });
  test("pad wants a pair of counts for each axis", () => {
    assert.deepEqual(
      T.tensor([5])
        .pad([[1, 2]])
        .toArray(),
      [0, 5, 0, 0],
    );
    for (const widths of [
      [[1, 1]],
      [
        [1, 1],
        [0, -1],
      ],
      [
        [1, 1],
        [0, 0.5],
      ],
    ] as [number, number][][]) {
      refuses(() => x.pad(widths), "ShapeError", /the widths do not fit.*2 pairs.*x\.pad\(\[\[1, 1\], \[1, 1\]\]\)/s);
    }
  });
  test("concat and stack want shapes that agree, and something to join", () => {
    refuses(
      () => T.concat([x, T.zeros([2, 4])]),
      "ShapeError",
      /sizes differ outside axis 0\n.*got \[2, 3\] and \[2, 4\]/s,
    );
    refuses(() => T.concat([x, T.zeros([3])]), "ShapeError", /sizes differ/);
    refuses(() => T.concat([x, T.zeros([2, 3, 1])]), "ShapeError", /sizes differ/);
    refuses(() => T.concat([]), "ShapeError", /nothing to join/);
    refuses(() => T.stack([]), "ShapeError", /nothing to join/);
    assert.deepEqual(T.stack([x, x]).shape, [2, 2, 3]);
    assert.deepEqual(T.stack([x, x], -1).shape, [2, 3, 2]);
    assert.deepEqual(T.concat([x, x], -1).shape, [2, 6]);
    assert.deepEqual(T.concat([x, x]).shape, [4, 3]);
    assert.deepEqual(T.concat([x]).shape, [2, 3]);
    assert.deepEqual(T.stack([x, x, x]).shape, [3, 2, 3]);
    assert.deepEqual(T.stack([x]).shape, [1, 2, 3]);
  });
});

describe("rows", () => {
  test("at picks an entry, counting from the end if negative", () => {
    assert.deepEqual(x.at(1).toArray(), [3, 4, 5]);
    assert.deepEqual(x.at(-1).toArray(), [3, 4, 5]);
    assert.equal(x.at(0, 2).item(), 2);
    assert.equal(x.at(-2, -3).item(), 0);
    for (const i of [2, -3, 0.5]) refuses(() => x.at(i), "IndexError", /at: there is no row/);
    refuses(() => x.at(0, 0, 0), "ShapeError", /at: axis 0 does not exist/);
  });
  test("gather and scatterAdd refuse rows that do not exist", () => {
    refuses(() => x.gather([0, 2]), "IndexError", /gather: there is no row 2.*row 2 of 2.*0 to 1/s);
    refuses(() => x.gather([-1]), "IndexError", /no row -1/);
    refuses(() => x.gather([0.5]), "IndexError", /no row 0.5/);
    refuses(() => T.zeros([0, 2]).gather([0]), "IndexError", /there are none/);
    for (const rows of [[], [0]])
      refuses(() => T.tensor(1).gather(rows), "ShapeError", /gather: a single number has no rows/);
    refuses(() => T.scatterAdd(T.tensor(1), [], 1), "ShapeError", /scatterAdd: a single number/);
    refuses(() => T.scatterAdd(x, [0, 3], 3), "IndexError", /scatterAdd: there is no row 3/);
    refuses(() => T.scatterAdd(x, [0], 3), "ShapeError", /1 row numbers for 2 rows/);
    assert.deepEqual(x.gather([]).shape, [0, 3]);
  });
  test("the row numbers are copied: changing them later changes nothing", () => {
    const p = T.parameter(x);
    const rows = Int32Array.of(0, 0);
    const y = p.gather(rows).sum();
    rows.fill(1);
    y.backward();
    assert.deepEqual(p.grad?.toArray(), [
      [2, 2, 2],
      [0, 0, 0],
    ]);
  });
});

describe("windows", () => {
  const image = T.zeros([1, 1, 4, 4]);
  test("count how often they fit", () => {
    assert.deepEqual(T.windowCounts([5, 7], { size: 3 }), [3, 5]);
    assert.deepEqual(T.windowCounts([5, 7], { size: [2, 3], stride: [2, 1], pad: [1, 0], dilation: [1, 2] }), [3, 3]);
    assert.deepEqual(T.windowCounts([4, 4], { size: 2, pad: [1, 0, 2, 3] }), [4, 8]);
  });
  test("fit along height and width, each on its own", () => {
    refuses(() => T.unfold(T.zeros([1, 1, 1, 4]), { size: 2 }), "ShapeError", /the window does not fit/);
    refuses(() => T.unfold(T.zeros([1, 1, 4, 1]), { size: 2 }), "ShapeError", /the window does not fit/);
  });
  test("refuse images of other ranks and windows that do not fit", () => {
    refuses(() => T.unfold(T.zeros([4, 4]), { size: 2 }), "ShapeError", /unfold: an image needs four axes/);
    const bad: T.WindowOptions[] = [
      { size: 5 },
      { size: [5, 1] },
      { size: 0 },
      { size: 2, stride: 0 },
      { size: 2, dilation: 0 },
      { size: 2, pad: -1 },
      { size: 1.5 },
      { size: 2, stride: 1.5 },
      { size: 2, pad: [0, 0, 0, -1] },
      { size: 2, pad: [1.5, 0] },
    ];
    for (const options of bad)
      refuses(() => T.unfold(image, options), "ShapeError", /the window does not fit the image/);
    refuses(
      () => T.fold(T.zeros([1, 4, 8]), [1, 1, 4, 4], { size: 2 }),
      "ShapeError",
      /do not belong to an image \[1, 1, 4, 4\].*\[1, 4, 9\]/s,
    );
    refuses(() => T.fold(T.zeros([1, 4, 8]), [4, 4], { size: 2 }), "ShapeError", /fold: an image needs four axes/);
  });
});

describe("reductions", () => {
  test("of no numbers are refused, except for sum", () => {
    const none = T.zeros([2, 0]);
    assert.deepEqual(none.sum(1).toArray(), [0, 0]);
    for (const [op, f] of Object.entries({
      max: () => none.max(1),
      mean: () => none.mean(),
      variance: () => none.variance(1),
      argmax: () => none.argmax(1),
    })) {
      refuses(f, "ShapeError", new RegExp(`${op}: there are no numbers to reduce`));
    }
    assert.deepEqual(none.max(0).shape, [0]);
  });
  test("of a single number are that number", () => {
    const one = T.tensor(3);
    assert.deepEqual(
      [one.sum(), one.max(), one.mean(), one.min()].map((y) => y.item()),
      [3, 3, 3, 3],
    );
    assert.equal(one.variance().item(), 0);
  });
  test("the standard deviation of equal numbers is 0 and sends no gradient; what is NaN stays so", () => {
    const x = T.parameter(
      T.tensor([
        [2, 2],
        [1, 3],
      ]),
    );
    const y = x.std(1, { keep: true });
    assert.deepEqual(y.detach().toArray(), [[0], [1]]);
    assert.deepEqual(T.gradients(y.sum(), [x])[0].toArray(), [
      [0, 0],
      [-0.5, 0.5],
    ]);
    assert.ok(Number.isNaN(T.tensor([1, NaN]).std().item()));
    refuses(() => T.tensor([1]).std(0, { correction: 1 }), "ShapeError", /too few numbers/);
  });
  test("variance wants more numbers than its correction", () => {
    refuses(() => T.tensor([1]).variance(0, { correction: 1 }), "ShapeError", /too few numbers for a correction of 1/);
    assert.equal(T.tensor([1, 3]).variance(0, { correction: 1 }).item(), 2);
    assert.deepEqual(x.variance(0, { keep: true }).shape, [1, 3]);
    assert.deepEqual(x.variance(0).shape, [3]);
  });
  test("argmax takes the first of equals, and shows NaN", () => {
    assert.deepEqual(
      [
        ...T.tensor([
          [1, 3, 3],
          [2, 2, 1],
        ]).argmax(),
      ],
      [1, 0],
    );
    assert.deepEqual([...T.tensor([1, NaN, 3, NaN]).argmax(0)], [1]);
    assert.deepEqual([...T.tensor([-Infinity, -Infinity]).argmax(0)], [0]);
    assert.deepEqual(
      [
        ...T.tensor([
          [1, 5],
          [0, 9],
        ]).argmin(0),
      ],
      [1, 0],
    );
    assert.ok(T.tensor([1]).argmax() instanceof Int32Array);
    const cube = T.randomNormal([2, 3, 4], { rng: new T.Rng(1) });
    assert.deepEqual(T.argmax(cube), T.argmax(cube, 2));
    assert.deepEqual(T.argmin(cube), T.argmin(cube, 2));
    refuses(() => T.tensor(1).argmax(), "ShapeError", /argmax: axis -1 does not exist/);
  });
  test("NaN and infinity go through", () => {
    assert.ok(Number.isNaN(T.tensor([1, NaN, 3]).max().item()));
    assert.ok(Number.isNaN(T.tensor([1, NaN]).maximum(2).at(1).item()));
    assert.ok(Number.isNaN(T.tensor([NaN]).relu().item()));
    assert.equal(T.tensor([-Infinity, -Infinity]).max().item(), -Infinity);
  });
  test("a long sum keeps its digits", () => {
    const sum = T.full([1_000_000], 0.1).sum().item();
    assert.ok(Math.abs(sum - 1_000_000 * Math.fround(0.1)) < 0.1, `${sum}`); // one float32 accumulator is off by 958
  });
});

describe("slopes to learn", () => {
  test("belong to channels, and refuse others", () => {
    for (const [x, slope] of [
      [[2, 3], [2]],
      [[3], [3]],
      [
        [2, 3],
        [3, 1],
      ],
    ])
      refuses(() => T.prelu(T.zeros(x), T.zeros(slope)), "ShapeError", /prelu: the slopes do not fit the channels/);
    assert.deepEqual(T.prelu(T.tensor([[[-1, -2]], [[3, -4]]]), T.tensor([0.5])).toArray(), [[[-0.5, -1]], [[3, -2]]]);
  });
});

describe("softmax and its relatives", () => {
  test("work along the last axis unless told otherwise", () => {
    const z = T.randomNormal([2, 3, 4], { rng: new T.Rng(1) });
    for (const f of [T.softmax, T.logSoftmax, T.logSumExp]) T.same(f(z), f(z, 2));
    assert.deepEqual(T.logSumExp(z).shape, [2, 3]);
    refuses(() => T.softmax(z, 3), "ShapeError", /softmax: axis 3/);
  });
});

describe("losses", () => {
  const logits = T.zeros([2, 3]);
  test("refuse labels that are no classes, or not one for each row", () => {
    refuses(() => T.crossEntropy(logits, [0, 3]), "IndexError", /label 3 in row 1.*0 to 2.*subtract 1/s);
    refuses(() => T.crossEntropy(logits, [-1, 0]), "IndexError", /label -1 in row 0.*last layer/s);
    refuses(() => T.crossEntropy(logits, [0.5, 0]), "IndexError", /label 0.5/);
    refuses(() => T.crossEntropy(logits, [0]), "ShapeError", /1 labels do not fit.*one label for each row/s);
    refuses(() => T.crossEntropy(T.zeros([2, 3, 1]), [0, 0]), "ShapeError", /logits\.reshape/);
    refuses(() => T.crossEntropy(T.zeros([0, 3]), []), "ShapeError", /B at least 1/);
  });
  test("take labels as Int32Array or list", () => {
    const losses = [T.crossEntropy(logits, [0, 2]), T.crossEntropy(logits, Int32Array.of(0, 2))];
    for (const loss of losses) assert.ok(Math.abs(loss.item() - Math.log(3)) < 1e-6);
  });
  test("refuse targets of another shape", () => {
    for (const f of [T.meanSquaredError, T.meanAbsoluteError, T.binaryCrossEntropyWithLogits]) {
      refuses(
        () => f(T.zeros([2, 1]), T.zeros([2])),
        "ShapeError",
        new RegExp(`${f.name}: prediction and target differ in shape.*target\\.reshape\\(\\[2, 1\\]\\)`, "s"),
      );
    }
  });
  test("affine names the part that does not fit", () => {
    refuses(
      () => T.affine(T.zeros([2, 3]), T.zeros([4, 5]), T.zeros([5])),
      "ShapeError",
      /affine: the sizes do not fit/,
    );
    refuses(
      () => T.affine(T.zeros([2, 3]), T.zeros([3, 5]), T.zeros([4])),
      "ShapeError",
      /affine: the sizes do not fit/,
    );
    refuses(() => T.affine(T.zeros([2, 3]), T.zeros([3, 5]), T.zeros([1, 5])), "ShapeError", /affine/);
    refuses(
      () => T.affine(T.zeros([3]), T.zeros([3, 5]), T.zeros([5])),
      "ShapeError",
      /the ranks do not fit.*x\.reshape\(\[1, -1\]\)/s,
    );
    refuses(
      () => T.affine(T.zeros([2, 3]), T.zeros([3, 5, 1]), T.zeros([5])),
      "ShapeError",
      /the ranks.*last axis of x/s,
    );
  });
});
