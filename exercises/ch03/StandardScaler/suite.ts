import { type Draw, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

/** Mean and population standard deviation of each column, by definition. */
function statistics(X: TensorValue): { mean: TensorValue; std: TensorValue } {
  const [N, C] = X.shape;
  const column = (c: number): number[] => Array.from({ length: N }, (_, n) => X.data[n * C + c]);
  const average = (v: number[]): number => v.reduce((a, b) => a + b) / N;
  const mean = tensorOf([C], ([c]) => average(column(c)));
  const std = tensorOf([C], ([c]) => Math.sqrt(average(column(c).map((x) => (x - mean.data[c]) ** 2))));
  return { mean, std };
}

/** Columns of different place and spread; sometimes one is constant. */
function table(draw: Draw, N: number, C: number): TensorValue {
  const place = draw.list(C, () => draw.int(-5, 5));
  const spread = draw.list(C, () => draw.pick([0, 0.5, 2, 4]));
  return tensorOf([N, C], ([, c]) => place[c] + spread[c] * draw.normal());
}

export default suite<typeof import("./stub.ts")>(
  "E03.3",
  ({ example, fact, property }) => {
    example(
      "the rows [1, 5] and [3, 5] have mean [2, 5] and std [1, 0], and [5, 6] becomes [3, 1]",
      async ({ create }) => {
        const scaler = await create("StandardScaler");
        await scaler.call(
          "fit",
          tensor([
            [1, 5],
            [3, 5],
          ]),
        );
        await scaler.get("mean").gives(tensor([2, 5]));
        await scaler.get("std").gives(tensor([1, 0]));
        await scaler.call("transform", tensor([[5, 6]])).gives(tensor([[3, 1]]));
        await scaler.call("inverse", tensor([[3, 1]])).gives(tensor([[5, 6]]));
      },
    );

    fact("fit returns the scaler, so that calls can be chained", async ({ create }) => {
      const scaler = await create("StandardScaler");
      await scaler.call("fit", tensor([[1], [2]])).gives("this");
    });

    fact("before fit, transform and inverse are errors that mention fit", async ({ create }) => {
      const scaler = await create("StandardScaler");
      await scaler.call("transform", tensor([[1, 2]])).throws(/fit/);
      await scaler.call("inverse", tensor([[1, 2]])).throws(/fit/);
    });

    fact("a constant column becomes 0, and the others are not disturbed", async ({ create }) => {
      const scaler = await create("StandardScaler");
      await scaler.call(
        "fit",
        tensor([
          [7, 1],
          [7, 1.002],
        ]),
      );
      await scaler
        .call(
          "transform",
          tensor([
            [7, 1],
            [7, 1.002],
          ]),
        )
        .gives(
          tensor([
            [0, -1],
            [0, 1],
          ]),
          { tol: 1e-3 },
        );
    });

    property(
      "new rows are scaled with the statistics of the training rows",
      { points: 3 },
      async ({ create, draw }) => {
        const C = draw.int(1, 4);
        const [train, test] = [table(draw, draw.int(2, 6), C), table(draw, draw.int(1, 4), C)];
        const { mean, std } = statistics(train);
        const scaler = await create("StandardScaler");
        await scaler.call("fit", train);
        await scaler.get("std").gives(std);
        const want = tensorOf(test.shape, ([n, c]) => (test.data[n * C + c] - mean.data[c]) / (std.data[c] || 1));
        await scaler.call("transform", test).gives(want);
        await scaler.call("transform", test).gives(want);
        await scaler.get("mean").gives(mean);
      },
    );

    property("inverse undoes transform on rows never seen", { points: 2 }, async ({ create, draw }) => {
      const C = draw.int(1, 4);
      const [train, test] = [table(draw, 5, C), table(draw, 3, C)];
      const { mean, std } = statistics(train);
      const scaler = await create("StandardScaler");
      await scaler.call("fit", train);
      const Z = tensorOf(test.shape, ([n, c]) => (test.data[n * C + c] - mean.data[c]) / (std.data[c] || 1));
      await scaler.call("inverse", Z).gives(test);
    });

    property(
      "a second fit forgets the first, and two scalers share nothing",
      { runs: 10 },
      async ({ create, draw }) => {
        const [one, two, rows] = [table(draw, 4, 2), table(draw, 5, 2), table(draw, 2, 2)];
        const scale = ({ mean, std }: ReturnType<typeof statistics>): TensorValue =>
          tensorOf([2, 2], ([n, c]) => (rows.data[n * 2 + c] - mean.data[c]) / (std.data[c] || 1));
        const [a, b] = [await create("StandardScaler"), await create("StandardScaler")];
        await a.call("fit", one);
        await b.call("fit", two);
        await a.call("transform", rows).gives(scale(statistics(one)));
        await a.call("fit", two);
        await a.call("transform", rows).gives(scale(statistics(two)));
      },
    );
  },
  { tol: 1e-4 },
);
