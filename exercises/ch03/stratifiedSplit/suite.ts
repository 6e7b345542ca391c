import { type Draw, suite } from "@termwise/check";

interface Split {
  train: number[];
  test: number[];
}

/** By the definition: class by class, then put back into the order of the walk. */
function split(labels: readonly number[], order: readonly number[], share: number): Split {
  const test = new Set(
    [...new Set(labels)].flatMap((label) => {
      const rows = order.filter((row) => labels[row] === label);
      return rows.slice(0, Math.round(share * rows.length));
    }),
  );
  return { train: order.filter((row) => !test.has(row)), test: order.filter((row) => test.has(row)) };
}

function shuffled(draw: Draw, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draw.int(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
/** Classes of different sizes, with names that are not 0, 1, 2. */
function classes(draw: Draw): number[] {
  const names = draw.pick([[0, 1], [3, 7, 9], [-1, 1], [5]]);
  const labels = names.flatMap((name) => draw.list(draw.int(1, 9), () => name));
  return shuffled(draw, labels.length).map((k) => labels[k]);
}

export default suite<typeof import("./stub.ts")>("E03.1", ({ example, fact, property }) => {
  const labels = [0, 0, 0, 0, 1, 1];
  const order = [5, 2, 0, 4, 3, 1];
  example(
    "half of four and two rows are three; a quarter is one and a half, rounded to one of each",
    async ({ call }) => {
      await call("stratifiedSplit", labels, order, 0.5).gives({ train: [4, 3, 1], test: [5, 2, 0] });
      await call("stratifiedSplit", labels, order, 0.25).gives({ train: [0, 4, 3, 1], test: [5, 2] });
    },
  );

  fact("a share of 0 tests nothing, a share of 1 everything", async ({ call }) => {
    await call("stratifiedSplit", labels, order, 0).gives({ train: order, test: [] });
    await call("stratifiedSplit", labels, order, 1).gives({ train: [], test: order });
    await call("stratifiedSplit", [], [], 0.5).gives({ train: [], test: [] });
  });

  fact("a rare class is tested too", async ({ call, draw }) => {
    const many = draw.list(20, (k) => (k < 17 ? 4 : 8));
    const rows = Array.from({ length: 20 }, (_, k) => k);
    const want = { train: [...rows.slice(5, 17), 18, 19], test: [0, 1, 2, 3, 4, 17] };
    await call("stratifiedSplit", many, rows, 0.3).gives(want);
  });

  property("each class gives its share, in the order of the walk", { points: 4 }, async ({ call, draw }) => {
    const all = classes(draw);
    const walk = shuffled(draw, all.length);
    const share = draw.pick([0.2, 0.25, 0.3, 0.5, 0.75]);
    await call("stratifiedSplit", all, walk, share).gives(split(all, walk, share));
  });

  property("every row is in exactly one part", { points: 3 }, async ({ call, draw, holds }) => {
    const all = classes(draw);
    const walk = shuffled(draw, all.length);
    const { train, test }: Split = await call("stratifiedSplit", all, walk, draw.pick([0.2, 0.4, 0.6]));
    holds(
      "all rows, sorted",
      [...train, ...test].sort((a, b) => a - b),
      all.map((_, k) => k),
    );
  });

  property("the same arguments give the same split again", { points: 1, runs: 8 }, async ({ call, draw }) => {
    const all = classes(draw);
    const walk = shuffled(draw, all.length);
    const first = await call("stratifiedSplit", all, walk, 0.5);
    await call("stratifiedSplit", all, walk, 0.5).gives(first);
  });
});
