import { type Draw, indexOf, offsetOf, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

/** The entry of x that a result at `index` was computed from, under broadcasting. */
function source(index: readonly number[], shape: readonly number[]): number {
  const own = index.slice(index.length - shape.length);
  return offsetOf(
    own.map((i, axis) => (shape[axis] === 1 ? 0 : i)),
    shape,
  );
}

/** Gradients by definition: go through the result entry by entry and add up what each operand entry receives. */
function definition(
  g: TensorValue,
  a: TensorValue,
  b: TensorValue,
  op: "add" | "mul",
): { da: TensorValue; db: TensorValue } {
  const da = { shape: a.shape, data: new Float64Array(a.data.length) };
  const db = { shape: b.shape, data: new Float64Array(b.data.length) };
  g.data.forEach((upstream, k) => {
    const index = indexOf(k, g.shape);
    const [i, j] = [source(index, a.shape), source(index, b.shape)];
    da.data[i] += op === "add" ? upstream : upstream * b.data[j];
    db.data[j] += op === "add" ? upstream : upstream * a.data[i];
  });
  return { da, db };
}

/** Operands for one broadcast pattern. Sizes differ from axis to axis, so that no two axes can be confused. */
function drawn(draw: Draw): { g: TensorValue; a: TensorValue; b: TensorValue } {
  const full = draw.pick([[3], [2, 3], [3, 2], [3, 3], [2, 4, 3], [2, 2, 2], [1, 3], [2, 1, 3]]);
  const one = (): number[] =>
    full.map((size) => (draw.chance(0.4) ? 1 : size)).slice(draw.chance(0.5) ? draw.int(1, full.length) : 0);
  let [a, b] = [one(), one()];
  if (draw.chance(0.5)) a = full;
  else b = full;
  return { g: draw.tensor(full), a: draw.tensor(a), b: draw.tensor(b) };
}

export default suite<typeof import("./stub.ts")>(
  "E07.4",
  ({ example, fact, property }) => {
    const g = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const ones = (...shape: number[]): TensorValue => tensorOf(shape, () => 1);

    example("a bias of shape [3] receives the sum over the rows", async ({ call }) => {
      await call("addVjp", g, ones(2, 3), ones(3)).gives({ da: g, db: tensor([5, 7, 9]) });
    });

    fact(
      "an axis of size 1 stays if it is the operand's own, and is gone if the operand lacks it",
      async ({ call }) => {
        await call("addVjp", g, ones(2, 1), ones(2, 3)).gives({ da: tensor([[6], [15]]), db: g });
        const row = tensor([[1, 2, 3]]);
        await call("addVjp", row, tensor([0, 0, 0]), ones(1, 3)).gives({ da: tensor([1, 2, 3]), db: row });
        await call("mulVjp", row, ones(1, 3), tensor([4, 5, 6])).gives({
          da: tensor([[4, 10, 18]]),
          db: tensor([1, 2, 3]),
        });
      },
    );

    fact("a scalar receives the sum over everything", async ({ call }) => {
      await call("addVjp", g, ones(2, 3), tensor(1)).gives({ da: g, db: tensor(21) });
    });

    fact("in a product each factor's gradient is g times the other factor", async ({ call }) => {
      await call("mulVjp", g, tensor([[2], [10]]), tensor([1, 0, -1])).gives({
        da: tensor([[-2], [-2]]),
        db: tensor([42, 54, 66]),
      });
    });

    property(
      "the gradients of a sum equal the definition, for every broadcast pattern",
      { points: 4 },
      async ({ call, draw }) => {
        const { g, a, b } = drawn(draw);
        await call("addVjp", g, a, b).gives(definition(g, a, b, "add"));
      },
    );

    property(
      "the gradients of a product equal the definition, for every broadcast pattern",
      { points: 4 },
      async ({ call, draw }) => {
        const { g, a, b } = drawn(draw);
        await call("mulVjp", g, a, b).gives(definition(g, a, b, "mul"));
      },
    );
  },
  { tol: 1e-5 },
);
