import { type Bench, type Draw, live, suite } from "@termwise/check";

type Module = typeof import("./stub.ts");
interface Plan {
  weights: number[][];
  rates: number[];
  /** Batches of examples, each with one list for every group. */
  batches: number[][][][];
}

const mean = (lists: readonly number[][]): number[] =>
  lists[0].map((_, i) => lists.reduce((sum, list) => sum + list[i], 0) / lists.length);
/** Weights by definition after one batch. */
const moved = (weights: readonly number[][], rates: readonly number[], batch: readonly number[][][]): number[][] =>
  weights.map((w, k) => {
    const g = mean(batch.map((example) => example[k]));
    return w.map((v, i) => v - rates[k] * g[i]);
  });

/** Follows a plan; the arrays of the gradients are the same for all examples, as in a training loop. */
async function follow({ create, given, holds }: Bench<Module>, { weights, rates, batches }: Plan): Promise<void> {
  const groups = weights.map((w, k) => ({ weights: live(Float64Array.from(w)), lr: rates[k] }));
  const buffers = weights.map((w) => live(new Float64Array(w.length)));
  given("gradients, batch by batch", batches);
  const optimizer = await create("SGD", groups);
  let want = weights;
  for (const batch of batches) {
    for (const example of batch) {
      for (const [k, buffer] of buffers.entries()) buffer.set(example[k]);
      await optimizer.call("add", buffers);
      holds(
        "weights before the step",
        groups.map((g) => [...g.weights]),
        want,
      );
    }
    for (const buffer of buffers) buffer.fill(99);
    await optimizer.get("pending").gives(batch.length);
    await optimizer.call("step");
    want = moved(want, rates, batch);
    holds(
      "weights after the step",
      groups.map((g) => [...g.weights]),
      want,
    );
    await optimizer.get("pending").gives(0);
  }
}

function plan(draw: Draw): Plan {
  const sizes = draw.list(draw.int(1, 3), () => draw.int(1, 3));
  const list = (n: number): number[] => draw.list(n, () => draw.int(-12, 12) / 2);
  const weights = sizes.map(list);
  const rates = sizes.map(() => draw.pick([0, 0.01, 0.1, 0.5, 0.25]));
  const size = draw.int(1, 4);
  const batch = (n: number): number[][][] => draw.list(n, () => sizes.map(list));
  const batches = draw.list(draw.int(1, 3), () => batch(size));
  return { weights, rates, batches: [...batches, batch(draw.int(1, size))] };
}

export default suite<Module>("E08.2", ({ example, fact, property }) => {
  example("two examples make one step, each group at its own rate", async (bench) => {
    await follow(bench, {
      weights: [[1, 1], [2]],
      rates: [0.5, 0.1],
      batches: [
        [
          [[2, 0], [10]],
          [[4, 2], [30]],
        ],
      ],
    });
    await bench
      .call("fullGradient", [
        { gradient: [3], size: 4 },
        { gradient: [9], size: 2 },
      ])
      .gives([5]);
  });

  fact("a batch of one is a batch, and the next step has forgotten it", async (bench) => {
    await follow(bench, { weights: [[1]], rates: [1], batches: [[[[4]]], [[[0]]], [[[2]], [[6]]]] });
  });

  fact("a smaller last batch is averaged over its own examples", async (bench) => {
    const batches = [[[[6]], [[6]], [[6]]], [[[6]], [[6]], [[6]]], [[[6]]]];
    await follow(bench, { weights: [[0]], rates: [0.5], batches });
  });

  fact("a rate can be changed before any step; 0 freezes a group, and what it missed is forgotten", async (bench) => {
    const { create, holds } = bench;
    const groups = [1, 2, 3].map((w) => ({ weights: live(new Float64Array([w])), lr: w < 3 ? 0.5 : 0 }));
    const optimizer = await create("SGD", groups);
    const step = async (what: string, gradients: number[], want: number[]): Promise<void> => {
      await optimizer.call("step");
      holds(
        `weights after the step ${what} with gradients ${gradients.join(", ")}`,
        groups.map((g) => g.weights[0]),
        want,
      );
    };
    const add = async (gradients: number[]): Promise<void> => {
      await optimizer.call(
        "add",
        gradients.map((g) => [g]),
      );
    };
    await add([2, 2, 2]);
    await optimizer.call("setRate", 1, 0.25);
    await step("at the rates 0.5, 0.25, 0", [2, 2, 2], [0, 1.5, 3]);
    await optimizer.call("setRate", 1, 0);
    await add([4, 4, 8]);
    await step("at the rates 0.5, 0, 0", [4, 4, 8], [-2, 1.5, 3]);
    await optimizer.call("setRate", 0, 2);
    await optimizer.call("setRate", 1, 0.5);
    await optimizer.call("setRate", 2, 1);
    await add([1, 1, 1]);
    await step("at the rates 2, 0.5, 1", [1, 1, 1], [-4, 1, 2]);
  });

  fact("a step without examples is an error and moves nothing", async ({ create, holds }) => {
    const weights = live(new Float64Array([3]));
    const optimizer = await create("SGD", [{ weights, lr: 1 }]);
    await optimizer.call("step").throws(/./);
    await optimizer.call("add", [[1]]);
    await optimizer.call("step");
    await optimizer.call("step").throws(/./);
    holds("weight", weights[0], 2);
  });

  fact("gradients that do not fit are an error that mentions both numbers, and do not count", async (bench) => {
    const weights = live(new Float64Array([3, 5]));
    const optimizer = await bench.create("SGD", [
      { weights, lr: 1 },
      { weights: live(new Float64Array(3)), lr: 1 },
    ]);
    await optimizer.call("add", [[1, 1]]).throws(/1.*2|2.*1/);
    await optimizer.call("add", [[1, 1], [1, 2, 3], [4]]).throws(/3.*2|2.*3/);
    await optimizer
      .call("add", [
        [7, 7],
        [1, 2],
      ])
      .throws(/2.*3|3.*2/);
    await optimizer.call("add", [[7], [1, 2, 3]]).throws(/1.*2|2.*1/);
    await optimizer.get("pending").gives(0);
    await optimizer.call("add", [
      [1, 2],
      [0, 0, 0],
    ]);
    await optimizer.call("step");
    bench.holds("weights", [...weights], [2, 3]);
  });

  property("every step uses the mean gradient of its own examples", { points: 4 }, async (bench) => {
    await follow(bench, plan(bench.draw));
  });

  property(
    "the full gradient is the mean over all rows, whatever their batches",
    { points: 4 },
    async ({ call, draw }) => {
      const n = draw.int(1, 3);
      const rows = draw.list(draw.int(1, 11), () => draw.list(n, () => draw.int(-20, 20) / 4));
      const size = draw.int(1, 4);
      const batches = [];
      for (let at = 0; at < rows.length; at += size) {
        const part = rows.slice(at, at + size);
        batches.push({ gradient: mean(part), size: part.length });
      }
      await call("fullGradient", batches).gives(mean(rows));
    },
  );
});
