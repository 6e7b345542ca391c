import { type Draw, differences, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

type Loss = (r: number) => number;
type Reduction = "mean" | "sum";
const square: Loss = (r) => r * r;
const REDUCTIONS: readonly Reduction[] = ["mean", "sum"];

/** By the definition, entry by entry in float64. */
function reduced(loss: Loss, y: TensorValue, target: TensorValue, reduction: Reduction): number {
  let sum = 0;
  for (const [k, v] of y.data.entries()) sum += loss(v - target.data[k]);
  return reduction === "mean" ? sum / y.data.length : sum;
}
const each = (loss: Loss, y: TensorValue, target: TensorValue): TensorValue => ({
  shape: y.shape,
  data: Float64Array.from(y.data, (v, k) => loss(v - target.data[k])),
});
const number = (v: number): TensorValue => ({ shape: [], data: new Float64Array([v]) });

/** Predictions and prices; no residual is nearer to 0 than 0.1. */
function drawn(draw: Draw): { y: TensorValue; target: TensorValue } {
  const shape = draw.pick([[], [1], [3], [4], [3, 1], [1, 3], [2, 3], [3, 2], [2, 1, 2]]);
  const target = draw.tensor(shape, { scale: 3 });
  let k = 0;
  const y = tensorOf(shape, () => target.data[k++] + draw.pick([-1, 1]) * draw.number(0.1, 4));
  return { y, target };
}

export default suite<typeof import("./stub.ts")>(
  "E06.1",
  ({ example, fact, property }) => {
    const [y, target] = [tensor([2, 5, 4]), tensor([3, 5, 1])];

    example("three prices, one of them right", async ({ call }) => {
      await call("mse", y, target, "none").gives(tensor([1, 0, 9]));
      await call("mse", y, target, "mean").gives(tensor(10 / 3));
      await call("mseGradient", y, target, "mean").gives(tensor([-2 / 3, 0, 2]));
      await call("mae", y, target, "sum").gives(tensor(4));
      await call("maeGradient", y, target, "mean").gives(tensor([-1 / 3, 0, 1 / 3]));
    });

    fact("a column of three and a list of three are not the same shape", async ({ call }) => {
      const column = tensor([[2], [5], [4]]);
      for (const name of ["mse", "mae"] as const) {
        await call(name, column, target, "mean").throws(/\[3, ?1\].*\[3\]|\[3\].*\[3, ?1\]/);
        await call(name, y, tensor([[3], [5], [1]]), "none").throws(/\[3, ?1\].*\[3\]|\[3\].*\[3, ?1\]/);
      }
      for (const name of ["mseGradient", "maeGradient"] as const) {
        await call(name, column, target, "mean").throws(/\[3, ?1\].*\[3\]|\[3\].*\[3, ?1\]/);
        await call(name, y, tensor(3), "sum").throws(/\[3\].*\[\]|\[\].*\[3\]/);
      }
    });

    fact("as many entries in another shape are another shape", async ({ call }) => {
      const matrix = tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      const turned = tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]);
      await call("mse", matrix, turned, "sum").throws(/\[2, ?3\].*\[3, ?2\]|\[3, ?2\].*\[2, ?3\]/);
      await call("mae", tensor([[7, 8]]), tensor([7, 8]), "mean").throws(/\[1, ?2\].*\[2\]|\[2\].*\[1, ?2\]/);
      await call("mseGradient", tensor([[1], [2]]), tensor([[1, 2]]), "mean").throws(
        /\[2, ?1\].*\[1, ?2\]|\[1, ?2\].*\[2, ?1\]/,
      );
    });

    fact("the mean of a matrix is over all its entries", async ({ call }) => {
      const [p, t] = [tensorOf([2, 3], ([i, j]) => i + j), tensorOf([2, 3], () => 4)];
      await call("mse", p, t, "mean").gives(tensor(43 / 6));
      await call("mae", p, t, "mean").gives(tensor(15 / 6));
      await call("mseGradient", p, t, "mean").gives(tensorOf([2, 3], ([i, j]) => (i + j - 4) / 3));
      await call("maeGradient", p, t, "mean").gives(tensorOf([2, 3], () => -1 / 6));
    });

    fact("where a prediction is right, both slopes are 0", async ({ call }) => {
      await call("maeGradient", tensor([3, 3, 3]), tensor([3, 2, 4]), "sum").gives(tensor([0, 1, -1]));
      await call("maeGradient", tensor([[-2]]), tensor([[-2]]), "mean").gives(tensor([[0]]));
      await call("mseGradient", tensor([[-2]]), tensor([[-2]]), "mean").gives(tensor([[0]]));
    });

    property("the squared error is as defined, with every reduction", async ({ call, draw }) => {
      const { y, target } = drawn(draw);
      await call("mse", y, target, "none").gives(each(square, y, target));
      for (const how of REDUCTIONS) await call("mse", y, target, how).gives(number(reduced(square, y, target, how)));
    });

    property("the absolute error is as defined, with every reduction", async ({ call, draw }) => {
      const { y, target } = drawn(draw);
      await call("mae", y, target, "none").gives(each(Math.abs, y, target));
      for (const how of REDUCTIONS) await call("mae", y, target, how).gives(number(reduced(Math.abs, y, target, how)));
    });

    property("the gradient of the squared error equals central differences", { runs: 25 }, async ({ call, draw }) => {
      const { y, target } = drawn(draw);
      for (const how of REDUCTIONS) {
        const want = differences((x) => reduced(square, x, target, how), y);
        await call("mseGradient", y, target, how).gives(want);
      }
    });

    property("the gradient of the absolute error equals central differences", { runs: 25 }, async ({ call, draw }) => {
      const { y, target } = drawn(draw);
      for (const how of REDUCTIONS) {
        const want = differences((x) => reduced(Math.abs, x, target, how), y);
        await call("maeGradient", y, target, how).gives(want);
      }
    });
  },
  { tol: 1e-5 },
);
