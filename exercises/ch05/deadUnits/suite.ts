import { type Draw, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

type Layer = { W: TensorValue; b: TensorValue };
interface Census {
  dead: number[];
  share: number;
  left: number;
}
/** Row by row and unit by unit. */
function census(X: TensorValue, layers: readonly Layer[], slope: number): Census[] {
  const [N, nIn] = X.shape;
  let rows = Array.from({ length: N }, (_, n) => [...X.data.slice(n * nIn, (n + 1) * nIn)]);
  return layers.map(({ W, b }) => {
    const units = b.data.length;
    const silent = Array<number>(units).fill(0);
    rows = rows.map((row) =>
      Array.from({ length: units }, (_, j) => {
        const z = row.reduce((sum, v, i) => sum + v * W.data[i * units + j], b.data[j]);
        if (z <= 0) silent[j]++;
        return z > 0 ? z : slope * z;
      }),
    );
    const dead = silent.flatMap((n, j) => (n === N && slope === 0 ? [j] : []));
    const all = silent.reduce((a, b) => a + b, 0);
    return { dead, share: dead.length / units, left: all / (N * units) };
  });
}

/** Small whole numbers: sums are exact, and one of exactly 0 is not rare. Biases lean to the negative side. */
function network(draw: Draw, count: number): { X: TensorValue; layers: Layer[] } {
  const sizes = [draw.int(1, 3), ...draw.list(count, () => draw.int(2, 5))];
  const whole = (shape: readonly number[], low: number, high: number): TensorValue =>
    tensorOf(shape, () => draw.int(low, high));
  const X = whole([draw.int(1, 5), sizes[0]], -2, 2);
  const layers = draw.list(count, (k) => ({
    W: whole([sizes[k], sizes[k + 1]], -2, 2),
    b: whole([sizes[k + 1]], -3, k === 0 ? 2 : 1),
  }));
  return { X, layers };
}

const X = tensor([[1], [2]]);
const layer: Layer = { W: tensor([[1, -1, 1]]), b: tensor([0, 1, -1]) };

export default suite<typeof import("./stub.ts")>(
  "E05.7",
  ({ example, fact, property }) => {
    example(
      "one unit of three is dead and half of the sums are on the left; with a slope no unit is dead",
      async ({ call }) => {
        await call("deadUnits", X, [layer]).gives([{ dead: [1], share: 1 / 3, left: 0.5 }]);
        await call("deadUnits", X, [layer], { slope: 0.1 }).gives([{ dead: [], share: 0, left: 0.5 }]);
      },
    );

    fact("a sum of exactly 0 is on the left, the smallest positive sum is not", async ({ call }) => {
      const none = { W: tensor([[0, 0, 0, 1]]), b: tensor([0, 1e-4, -1e-4, -2]) };
      await call("deadUnits", X, [none]).gives(census(X, [none], 0));
      await call("deadUnits", X, [none], { slope: 0.5 }).gives(census(X, [none], 0.5));
    });

    fact("each unit silent on some row, none of them dead", async ({ call }) => {
      const rows = tensor([
        [1, -1],
        [-1, 1],
      ]);
      const turns = {
        W: tensor([
          [1, 0],
          [0, 1],
        ]),
        b: tensor([0, 0]),
      };
      await call("deadUnits", rows, [turns]).gives([{ dead: [], share: 0, left: 0.5 }]);
    });

    fact("a unit that says the same on all rows is alive if that is positive", async ({ call }) => {
      const constant = { W: tensor([[0, 0]]), b: tensor([3, -3]) };
      await call("deadUnits", X, [constant]).gives([{ dead: [1], share: 0.5, left: 0.5 }]);
    });

    fact("a single positive sum keeps a unit alive, however negative the others are", async ({ call }) => {
      const rows = tensor([[-9], [-8], [1], [-7]]);
      await call("deadUnits", rows, [{ W: tensor([[1, -1]]), b: tensor([0, -9]) }]).gives([
        { dead: [1], share: 0.5, left: 7 / 8 },
      ]);
    });

    fact("without rows it is an error that says so", async ({ call }) => {
      await call("deadUnits", { shape: [0, 1], data: new Float32Array(0) }, [layer]).throws(/rows/);
    });

    property("one layer of units", { points: 3 }, async ({ call, draw }) => {
      const { X, layers } = network(draw, 1);
      await call("deadUnits", X, layers).gives(census(X, layers, 0));
    });

    property("several layers, each behind the activation of the one before", { points: 4 }, async ({ call, draw }) => {
      const { X, layers } = network(draw, draw.int(2, 3));
      await call("deadUnits", X, layers).gives(census(X, layers, 0));
    });

    property("with a slope no unit dies in any layer", { points: 2, runs: 15 }, async ({ call, draw }) => {
      const { X, layers } = network(draw, draw.int(1, 3));
      const slope = draw.pick([0.01, 0.25, 0.5, 1]);
      await call("deadUnits", X, layers, { slope }).gives(census(X, layers, slope));
    });
  },
  { tol: 1e-6 },
);
