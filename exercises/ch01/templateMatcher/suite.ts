import { type Draw, suite } from "@termwise/check";

type Rows = number[][];

/** Averages and nearest labels by the definition. */
function template(rows: Rows, labels: readonly number[], label: number): number[] {
  const own = rows.filter((_, i) => labels[i] === label);
  return rows[0].map((_, c) => own.map((row) => row[c]).reduce((a, b) => a + b, 0) / own.length);
}
function nearest(rows: Rows, labels: readonly number[], query: readonly number[]): number {
  const far = (label: number): number => Math.hypot(...template(rows, labels, label).map((m, c) => m - query[c]));
  return [...new Set(labels)].sort((a, b) => far(a) - far(b) || a - b)[0];
}
/** Classes of different sizes around different places. */
function data(draw: Draw): { rows: Rows; labels: number[]; queries: Rows } {
  const C = draw.int(1, 4);
  const names = draw.pick([
    [0, 1],
    [3, 8, 5],
    [-1, 1],
    [10, 9, 100],
  ]);
  const centres = names.map(() => draw.list(C, () => draw.int(-6, 6)));
  const around = (k: number): number[] => centres[k].map((m) => m + draw.normal() * 2);
  const sizes = names.map(() => draw.int(1, 5));
  const rows = names.flatMap((_, k) => draw.list(sizes[k], () => around(k)));
  const labels = names.flatMap((name, k) => draw.list(sizes[k], () => name));
  return { rows, labels, queries: draw.list(draw.int(2, 5), () => around(draw.int(0, names.length - 1))) };
}

export default suite<typeof import("./stub.ts")>("E01.2", ({ example, fact, property }) => {
  const rows = [
    [0, 0],
    [2, 0],
    [10, 10],
  ];
  const labels = [3, 3, 8];
  example("two rows of class 3 average to [1, 0]; [2, 1] is nearer to it, [9, 7] to class 8", async ({ create }) => {
    const matcher = await create("TemplateMatcher");
    await matcher.call("fit", rows, labels).gives("this");
    await matcher.call("template", 3).gives([1, 0]);
    await matcher.call("template", 8).gives([10, 10]);
    await matcher
      .call("predict", [
        [2, 1],
        [9, 7],
      ])
      .gives([3, 8]);
  });

  fact("a class with many rows has no larger template", async ({ create }) => {
    const matcher = await create("TemplateMatcher");
    await matcher.call("fit", [[4], [4], [4], [4], [6]], [1, 1, 1, 1, 2]);
    await matcher.call("template", 1).gives([4]);
    await matcher.call("predict", [[6], [4.5], [0]]).gives([2, 1, 1]);
  });

  fact("of two templates at the same distance the smaller label wins", async ({ create }) => {
    const matcher = await create("TemplateMatcher");
    await matcher.call("fit", [[2], [0]], [7, 4]);
    await matcher.call("predict", [[1]]).gives([4]);
    await matcher.call("fit", [[0], [2]], [9, 10]);
    await matcher.call("predict", [[1]]).gives([9]);
    await matcher.call("fit", [[0], [2]], [8, 3]);
    await matcher.call("predict", [[1]]).gives([3]);
    await matcher.call("fit", [[0], [2]], [100, 20]);
    await matcher.call("predict", [[1]]).gives([20]);
    await matcher.call("fit", [[0], [2]], [2, 10]);
    await matcher.call("predict", [[1]]).gives([2]);
    await matcher.call("fit", [[0], [2]], [1, -1]);
    await matcher.call("predict", [[1]]).gives([-1]);
    await matcher.call("fit", [[0], [2]], [2, 0.5]);
    await matcher.call("predict", [[1]]).gives([0.5]);
  });

  fact("a label that did not occur is an error that mentions it", async ({ create }) => {
    const matcher = await create("TemplateMatcher");
    await matcher.call("fit", rows, labels);
    await matcher.call("template", 5).throws(/5/);
  });

  fact("no rows to predict give no labels", async ({ create }) => {
    const matcher = await create("TemplateMatcher");
    await matcher.call("fit", rows, labels);
    await matcher.call("predict", []).gives([]);
  });

  property("templates are the averages of the training rows", { points: 3 }, async ({ create, draw }) => {
    const { rows, labels } = data(draw);
    const matcher = await create("TemplateMatcher");
    await matcher.call("fit", rows, labels);
    for (const label of new Set(labels)) await matcher.call("template", label).gives(template(rows, labels, label));
  });

  property(
    "each row goes to the nearest template, and predicting changes none",
    { points: 3 },
    async ({ create, draw }) => {
      const { rows, labels, queries } = data(draw);
      const matcher = await create("TemplateMatcher");
      await matcher.call("fit", rows, labels);
      const want = queries.map((q) => nearest(rows, labels, q));
      await matcher.call("predict", queries).gives(want);
      await matcher.call("predict", queries.toReversed()).gives(want.toReversed());
      await matcher.call("template", labels[0]).gives(template(rows, labels, labels[0]));
    },
  );

  property(
    "a second fit forgets the first, and two matchers share nothing",
    { points: 2, runs: 10 },
    async ({ create, draw }) => {
      const [one, two] = [data(draw), data(draw)];
      const [a, b] = [await create("TemplateMatcher"), await create("TemplateMatcher")];
      await a.call("fit", one.rows, one.labels);
      await b.call("fit", two.rows, two.labels);
      await a.call("predict", one.queries).gives(one.queries.map((q) => nearest(one.rows, one.labels, q)));
      await a.call("fit", two.rows, two.labels);
      await a.call("predict", two.queries).gives(two.queries.map((q) => nearest(two.rows, two.labels, q)));
    },
  );
});
