/** Making tensors, reading them, printing them. */
import assert from "node:assert/strict";
import { inspect } from "node:util";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

describe("making", () => {
  test("nested lists know their shape", () => {
    const x = T.tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.deepEqual([x.shape, x.size, x.rank], [[2, 3], 6, 2]);
    assert.deepEqual(x.toArray(), [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.deepEqual(T.tensor(7).shape, []);
    assert.deepEqual(T.tensor([]).shape, [0]);
    assert.deepEqual(T.tensor([[], []]).shape, [2, 0]);
  });
  test("typed arrays are flat unless a shape is given, and are copied", () => {
    const numbers = Float32Array.of(1, 2, 3, 4);
    const x = T.tensor(numbers, { shape: [2, 2] });
    numbers[0] = 9;
    assert.deepEqual(x.toArray(), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(T.tensor(Int32Array.of(1, 2)).shape, [2]);
    assert.deepEqual(T.tensor([1, 2, 3, 4], { shape: [2, 2] }).shape, [2, 2]);
  });
  test("ragged lists and numbers that do not fill the shape are refused", () => {
    refuses(() => T.tensor([[1, 2], [3]]), "ShapeError", /ragged.*a list of 1 at depth 1.*lists of 2/s);
    refuses(() => T.tensor([[1, 2], 3]), "ShapeError", /ragged.*a number at depth 1/s);
    refuses(() => T.tensor([1, [2]]), "ShapeError", /ragged.*a list of 1 at depth 1.*numbers there/s);
    refuses(() => T.tensor([1, 2, 3], { shape: [2, 2] }), "ShapeError", /3 numbers do not fill the shape.*expected 4/s);
    refuses(() => T.tensor([1], { shape: [-1] }), "ShapeError", /tensor: -1 is not a size/);
    refuses(() => T.zeros([1.5]), "ShapeError", /full: 1.5 is not a size/);
  });
  test("zeros, ones, full, eye and arange", () => {
    assert.deepEqual(T.zeros([2]).toArray(), [0, 0]);
    assert.deepEqual(T.ones([2]).toArray(), [1, 1]);
    assert.deepEqual(T.full([1, 2], 3).toArray(), [[3, 3]]);
    assert.deepEqual(T.eye(2).toArray(), [
      [1, 0],
      [0, 1],
    ]);
    assert.deepEqual(T.arange(3).toArray(), [0, 1, 2]);
    assert.deepEqual(T.arange(1, 2, 0.25).toArray(), [1, 1.25, 1.5, 1.75]);
    assert.deepEqual(T.arange(2, 5).toArray(), [2, 3, 4]);
    assert.deepEqual(T.arange(3, 0, -1).toArray(), [3, 2, 1]);
    assert.deepEqual(T.arange(2, 1).shape, [0]);
  });
  test("a parameter is a copy that requires a gradient, a buffer one that does not", () => {
    const x = T.tensor([1, 2]);
    const [p, b] = [T.parameter(x), T.buffer(x)];
    assert.deepEqual([x.requiresGrad, p.requiresGrad, b.requiresGrad], [false, true, false]);
    T.assign(p, T.tensor([5, 6]));
    T.assign(b, T.tensor([7, 8]));
    assert.deepEqual(
      [x, p, b].map((t) => t.toArray()),
      [
        [1, 2],
        [5, 6],
        [7, 8],
      ],
    );
    assert.ok(T.tensor([1], { requiresGrad: true }).requiresGrad);
  });
  test("only parameters and buffers are updated in place, whole and at their shape", () => {
    const p = T.parameter(T.tensor([1, 2]));
    refuses(() => T.assign(T.tensor([1]), T.tensor([2])), "ValueError", /assign: this tensor is not updated in place/);
    refuses(() => T.assign(p, T.tensor([[1, 2]])), "ShapeError", /assign: the shapes differ/);
    refuses(() => T.assign(p.detach().slice(0, 1), T.tensor([3])), "ValueError", /no parameter/);
    refuses(() => T.assign(p.detach().reshape([2, 1]), T.tensor([[3], [4]])), "ValueError", /no parameter/);
    refuses(() => T.assign(p.mul(2), T.tensor([3, 4])), "ValueError", /no parameter/);
    T.assign(p.detach(), T.tensor([3, 4])); // the same numbers
    assert.deepEqual(p.toArray(), [3, 4]);
    T.assign(
      p,
      T.withBackend("reference64", () => T.tensor([5, 6])),
    );
    assert.deepEqual(p.toArray(), [5, 6]);
  });
  test("random tensors come from their Rng", () => {
    const [p, q] = [new T.Rng(1), new T.Rng(1)];
    const x = T.randomUniform([2, 2], { rng: p, low: 1, high: 3 });
    assert.deepEqual(
      x.toArray(),
      T.tensor(
        [0, 0, 0, 0].map(() => q.uniform(1, 3)),
        { shape: [2, 2] },
      ).toArray(),
    );
    const y = T.randomNormal([3], { rng: p, mean: 4, std: 2 });
    assert.deepEqual(y.toArray(), T.tensor([0, 0, 0].map(() => q.normal(4, 2))).toArray());
    assert.deepEqual(T.randomNormal([1], { rng: p }).toArray(), T.tensor([q.normal()]).toArray());
    assert.deepEqual(T.randomUniform([1], { rng: p }).toArray(), T.tensor([q.uniform()]).toArray());
    refuses(() => T.randomNormal([-1], { rng: p }), "ShapeError", /randomNormal/);
  });
});

describe("reading", () => {
  const x = T.arange(6).reshape([2, 3]);
  test("item gives the only number", () => {
    assert.equal(T.tensor([[4]]).item(), 4);
    refuses(() => x.item(), "ShapeError", /item: there are 6 numbers, not one/);
  });
  test("data, data64, toArray and toRows are copies in row-major order", () => {
    const y = x.transpose();
    assert.deepEqual([...y.data()], [0, 3, 1, 4, 2, 5]);
    assert.ok(y.data() instanceof Float32Array && y.data64() instanceof Float64Array);
    assert.deepEqual(y.toRows(), [
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    assert.deepEqual(y.reshape([1, 3, 2]).toArray(), [
      [
        [0, 3],
        [1, 4],
        [2, 5],
      ],
    ]);
    assert.equal(T.tensor(3).toArray(), 3);
    x.data()[0] = 100;
    assert.equal(x.at(0, 0).item(), 0);
    refuses(() => T.arange(3).toRows(), "ShapeError", /toRows: rank 1 is not a matrix/);
  });
  test("float64 keeps what float32 rounds away", () => {
    const y = T.withBackend("reference64", () => T.tensor([0.1]));
    assert.equal(y.item(), 0.1);
    assert.equal(y.data64()[0], 0.1);
    assert.equal(y.data()[0], Math.fround(0.1));
    assert.deepEqual(y.toArray(), [0.1]);
  });
  test("dims names the sizes", () => {
    const { B, T: time } = T.dims(x, "B T");
    assert.deepEqual([B, time], [2, 3]);
    refuses(() => T.dims(x, "B T C"), "ShapeError", /there are 2 axes for 3 names.*\[B, T, C\]/s);
  });
});

describe("printing", () => {
  test("shows the shape and aligned rows", () => {
    assert.equal(
      String(
        T.tensor([
          [1, -20],
          [300, 4],
        ]),
      ),
      "Tensor [2, 2]\n    1  -20\n  300    4",
    );
    assert.equal(String(T.tensor([1.5, 2, -0.25])), "Tensor [3]\n   1.50   2.00  -0.25");
    assert.equal(inspect(T.tensor(3.5)), "Tensor [] 3.5");
    assert.equal(inspect({ x: T.tensor([1]) }).includes("Tensor [1]"), true);
  });
  test("says when a gradient is required, and when there is nothing", () => {
    assert.equal(String(T.parameter(T.tensor([1]))), "Tensor [1] requiresGrad\n  1");
    assert.equal(String(T.zeros([0, 3])), "Tensor [0, 3] (no numbers)");
  });
  test("separates the matrices of a stack", () => {
    assert.equal(String(T.arange(8).reshape([2, 2, 2])), "Tensor [2, 2, 2]\n  0  1\n  2  3\n\n  4  5\n  6  7");
    assert.equal(String(T.arange(4).reshape([2, 1, 2])), "Tensor [2, 1, 2]\n  0  1\n\n  2  3");
  });
  test("uses up to four decimals, or an exponent where these would hide the number", () => {
    assert.equal(String(T.tensor([1 / 3, 2])), "Tensor [2]\n  0.3333  2.0000");
    assert.equal(String(T.tensor([1e-5, 2])), "Tensor [2]\n  1.000e-5  2.000e+0");
    assert.equal(String(T.tensor([0.001953125, 0])), "Tensor [2]\n  0.002  0.000");
    assert.equal(String(T.tensor([123456.5])), "Tensor [1]\n  1.235e+5");
    assert.equal(String(T.tensor([99999.5])), "Tensor [1]\n  99999.5");
    assert.equal(String(T.tensor([2 ** 30])), "Tensor [1]\n  1.074e+9");
    assert.equal(String(T.tensor([999_999_936])), "Tensor [1]\n  999999936");
    assert.equal(String(T.tensor([-0, 1])), "Tensor [2]\n  0  1");
  });
  test("shows what is not a number", () => {
    assert.equal(String(T.tensor([NaN, Infinity, -Infinity, 1])), "Tensor [4]\n  NaN    ∞   -∞    1");
    assert.equal(String(T.tensor([NaN, 0.5])), "Tensor [2]\n  NaN  0.5");
  });
  test("shows the ends of long axes", () => {
    assert.equal(String(T.arange(13)), "Tensor [13]\n   0   1   2   3   4   …   8   9  10  11  12");
    assert.equal(String(T.arange(12)).split("\n")[1], "   0   1   2   3   4   5   6   7   8   9  10  11");
    const tall = String(T.arange(20).reshape([20, 1])).split("\n");
    assert.deepEqual(tall.slice(5, 8), ["   4", "   …", "  15"]);
    assert.equal(tall.length, 12);
    const stack = String(T.zeros([2, 20, 1])).split("\n");
    assert.deepEqual([stack.length, stack[12]], [24, ""]);
  });
});

describe("backends", () => {
  test("withBackend restores the backend, also after an error", () => {
    const before = T.backend();
    assert.equal(
      T.withBackend("reference64", () => T.backend().name),
      "reference64",
    );
    assert.throws(
      () =>
        T.withBackend("reference64", () => {
          throw new Error("x");
        }),
      /x/,
    );
    assert.ok(T.backend() === before);
  });
  test("one name and options mean one backend", () => {
    const [a, b] = [0, 1].map(() => T.withBackend("reference64", () => T.backend()));
    assert.ok(a === b);
    const other = T.withBackend("reference64", () => T.backend(), { room: 2 });
    assert.ok(a !== other);
  });
  test("setBackend changes where new tensors live, and leaves the others", () => {
    const before = T.backend().name;
    const x = T.tensor([1]);
    T.setBackend("reference64");
    assert.equal(T.tensor([1]).on.name, "reference64");
    assert.equal(x.on.name, before);
    T.setBackend(before);
  });
  test("an unknown name is refused, with the names there are", () => {
    refuses(() => T.setBackend("gpu"), "BackendError", /setBackend: there is no such backend.*"reference" or/s);
    assert.ok(T.backendNames().includes("reference64"));
  });
  test("tensors of two backends do not mix", () => {
    const x = T.withBackend("reference", () => T.tensor([[1]]));
    const y = T.withBackend("reference64", () => T.tensor([[1]]));
    for (const f of [() => x.add(y), () => x.matmul(y), () => T.concat([x, y]), () => T.where(x, y, 1)]) {
      refuses(f, "BackendError", /different backends.*reference and reference64/s);
    }
  });
  test("a plain number joins its partner's backend", () => {
    const y = T.withBackend("reference64", () => T.tensor([1]));
    assert.equal(y.add(1).on.name, "reference64");
    assert.equal(T.sub(1, y).on.name, "reference64");
    assert.equal(T.add(1, 2).item(), 3);
  });
});
