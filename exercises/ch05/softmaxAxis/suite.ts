import {
  type Draw,
  differences,
  dot,
  indexOf,
  offsetOf,
  suite,
  type TensorValue,
  tensor,
  tensorOf,
} from "@termwise/check";

/** Softmax by its definition, entry by entry in float64. */
function definition(x: TensorValue, axis: number): TensorValue {
  const data = Float64Array.from(x.data, (_, k) => {
    const index = indexOf(k, x.shape);
    const slice = Array.from({ length: x.shape[axis] }, (_, j) => x.data[offsetOf(index.with(axis, j), x.shape)]);
    const top = Math.max(...slice);
    return Math.exp(x.data[k] - top) / slice.reduce((sum, v) => sum + Math.exp(v - top), 0);
  });
  return { shape: x.shape, data };
}

function drawn(draw: Draw): { x: TensorValue; axis: number } {
  const x = draw.tensor(draw.shape({ rank: [1, 3], size: [2, 4] }), { scale: 2 });
  return { x, axis: draw.int(0, x.shape.length - 1) };
}

export default suite<typeof import("./stub.ts")>(
  "E05.4",
  ({ example, fact, property }) => {
    example("[[0, 0], [0, ln 3]] along axis 1 gives [[1/2, 1/2], [1/4, 3/4]]", async ({ call }) => {
      await call(
        "softmaxAxis",
        tensor([
          [0, 0],
          [0, Math.log(3)],
        ]),
        1,
      ).gives(
        tensor([
          [0.5, 0.5],
          [0.25, 0.75],
        ]),
      );
    });

    fact("scores of ±1000 give finite numbers, in each slice by itself", async ({ call }) => {
      await call("softmaxAxis", tensor([1000, 1000]), 0).gives(tensor([0.5, 0.5]));
      await call("softmaxAxis", tensor([-1000, 0, 1000]), 0).gives(tensor([0, 0, 1]));
      await call(
        "softmaxAxis",
        tensor([
          [-1000, -1001],
          [1000, 999],
        ]),
        1,
      ).gives(
        tensor([
          [0.731059, 0.268941],
          [0.731059, 0.268941],
        ]),
      );
      await call(
        "softmaxAxis",
        tensor([
          [-1000, 1000],
          [-1001, 999],
        ]),
        0,
      ).gives(
        tensor([
          [0.731059, 0.731059],
          [0.268941, 0.268941],
        ]),
      );
    });

    fact("axis -1 is the last axis, and axis 2 of a matrix is an error", async ({ call }) => {
      await call(
        "softmaxAxis",
        tensor([
          [0, 0],
          [0, Math.log(3)],
        ]),
        -1,
      ).gives(
        tensor([
          [0.5, 0.5],
          [0.25, 0.75],
        ]),
      );
      await call(
        "softmaxAxis",
        tensor([
          [0, 0],
          [0, 1],
        ]),
        2,
      ).throws(/axis/);
    });

    property("equals the definition on every axis of every shape", { points: 3 }, async ({ call, draw }) => {
      const { x, axis } = drawn(draw);
      await call("softmaxAxis", x, axis).gives(definition(x, axis));
    });

    property("adding a constant to all scores changes nothing", { runs: 10, points: 1 }, async ({ call, draw }) => {
      const { x, axis } = drawn(draw);
      const shift = draw.pick([-500, 300, 4000]);
      await call(
        "softmaxAxis",
        tensorOf(x.shape, (i) => x.data[offsetOf(i, x.shape)] + shift),
        axis,
      ).gives(definition(x, axis), { tol: 5e-3 });
    });

    example("the gradient of y₀ at y = [1/4, 3/4] is [3/16, -3/16]", async ({ call }) => {
      await call("softmaxAxisVjp", tensor([0.25, 0.75]), tensor([1, 0]), 0).gives(tensor([0.1875, -0.1875]));
    });

    property(
      "the gradient equals central differences of Σ g·softmax(x)",
      { points: 4, runs: 15 },
      async ({ call, draw }) => {
        const { x, axis } = drawn(draw);
        const g = draw.tensor(x.shape);
        const want = differences((x) => dot(g, definition(x, axis)), x);
        await call(
          "softmaxAxisVjp",
          { shape: x.shape, data: Float32Array.from(definition(x, axis).data) },
          g,
          axis,
        ).gives(want);
      },
    );
  },
  { tol: 1e-5 },
);
