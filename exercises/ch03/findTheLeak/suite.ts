import { type Draw, suite } from "@termwise/check";

type Rows = number[][];
interface Experiment {
  train: Rows;
  test: Rows;
  trainLabels: number[];
  testLabels: number[];
  mean: number[];
}
interface Plan {
  copies: "none" | "exact" | "near";
  statistics: "train" | "all" | "test" | "one column";
  label: boolean;
}

const average = (rows: Rows): number[] => rows[0].map((_, c) => rows.reduce((s, row) => s + row[c], 0) / rows.length);

/** An experiment with the leaks that were planned and no others: features lie on a grid of steps of 0.25. */
function experiment(draw: Draw, plan: Plan): Experiment {
  const [N, M, C] = [draw.int(4, 7), draw.int(3, 5), draw.int(2, 3)];
  const classes = draw.pick([
    [0, 1],
    [3, 7],
    [0, 1, 2],
  ]);
  const labels = Array.from({ length: N + M }, (_, k) => classes[(k < N ? k : k - N) % classes.length]);
  const row = (k: number): number[] => draw.list(C, (c) => (c === 0 ? k * 0.5 : draw.int(-8, 8) / 4));
  const rows = labels.map((_, k) => row(k));
  if (plan.label) {
    const names = classes.map((_, i) => 10 - 3 * i);
    for (const [k, r] of rows.entries()) r[C - 1] = names[classes.indexOf(labels[k])];
  } else {
    // The last feature goes against the label in two rows of one class.
    for (const [k, r] of rows.entries()) r[C - 1] = k === 0 ? 0.25 : r[C - 1];
    rows[classes.length][C - 1] = 0.5;
  }
  const [train, test] = [rows.slice(0, N), rows.slice(N)];
  if (plan.copies !== "none") {
    const [to, from] = [draw.int(0, M - 1), draw.int(0, N - 1)];
    const last = test[to][C - 1];
    test[to] = train[from].map((x) => (plan.copies === "near" ? x + draw.pick([-1, 1]) * 0.0078125 : x));
    if (plan.label) test[to][C - 1] = last === train[from][C - 1] ? last : train[from][C - 1];
    if (plan.label) labels[N + to] = labels[from];
  }
  const mean =
    plan.statistics === "all"
      ? average(rows.slice(0, N).concat(test))
      : average(plan.statistics === "test" ? test : train);
  if (plan.statistics === "one column") mean[C - 1] += 0.125;
  return { train, test, trainLabels: labels.slice(0, N), testLabels: labels.slice(N), mean };
}

/** The leaks by their definitions. */
function leaks({ train, test, trainLabels, testLabels, mean }: Experiment): string[] {
  const found = [];
  if (test.some((a) => train.some((b) => Math.max(...a.map((x, c) => Math.abs(x - b[c]))) <= 0.01)))
    found.push("copies");
  if (average(train).some((m, c) => Math.abs(m - mean[c]) > 1e-6)) found.push("statistics");
  const [rows, labels] = [
    [...train, ...test],
    [...trainLabels, ...testLabels],
  ];
  const names = (c: number): boolean =>
    rows.every((a, i) => rows.every((b, j) => (a[c] === b[c]) === (labels[i] === labels[j])));
  if (mean.some((_, c) => names(c))) found.push("label");
  return found;
}

export default suite<typeof import("./stub.ts")>("E03.5", ({ example, fact, property }) => {
  const base: Experiment = {
    train: [
      [1, 5],
      [2, 8],
      [3, 5],
    ],
    trainLabels: [0, 1, 0],
    test: [[2.004, 8]],
    testLabels: [1],
    mean: [2, 6],
  };
  example(
    "a near copy and a feature that is the label are found; three in four is a quarter more than one in two",
    async ({ call }) => {
      await call("findLeaks", base).gives(["copies", "label"]);
      await call("optimism", [true, true, true, false], [true, false]).gives(0.25);
    },
  );

  const clean: Experiment = {
    train: [
      [1, 5],
      [2, 7],
      [3, 9],
      [4, 5],
    ],
    trainLabels: [0, 1, 0, 1],
    test: [
      [9, 7],
      [8, 5],
    ],
    testLabels: [0, 1],
    mean: [2.5, 6.5],
  };
  fact("an honest, stratified experiment has no leak", async ({ call }) => {
    await call("findLeaks", clean).gives([]);
  });

  fact("copies within one part are no leak", async ({ call }) => {
    await call("findLeaks", {
      ...clean,
      train: [
        [1, 5],
        [1, 5],
        [3, 9],
        [5, 7],
      ],
    }).gives([]);
    await call("findLeaks", {
      ...clean,
      test: [
        [9, 7],
        [9, 7],
      ],
    }).gives([]);
  });

  fact("a row that is near in one feature only is no copy", async ({ call }) => {
    await call("findLeaks", {
      ...clean,
      test: [
        [1, 6],
        [8, 5],
      ],
    }).gives([]);
    await call("findLeaks", {
      ...clean,
      test: [
        [1.02, 5],
        [8, 5],
      ],
    }).gives([]);
  });

  fact("a mean over all rows, or over the test rows, is a leak in any feature", async ({ call }) => {
    await call("findLeaks", { ...clean, mean: [4.5, 6.5] }).gives(["statistics"]);
    await call("findLeaks", { ...clean, mean: [2.5, 38 / 6] }).gives(["statistics"]);
    await call("findLeaks", { ...clean, mean: [8.5, 6] }).gives(["statistics"]);
    await call("findLeaks", { ...clean, mean: [3, 6] }).gives(["statistics"]);
  });

  fact("rounding in the last digits of a mean is no leak", async ({ call }) => {
    await call("findLeaks", { ...clean, mean: [2.5 + 2 ** -40, 6.5] }).gives([]);
  });

  fact("a feature that agrees with the label in training only is no leak", async ({ call }) => {
    const train = [
      [1, 5],
      [2, 7],
      [3, 5],
      [4, 7],
    ];
    await call("findLeaks", { ...clean, train, mean: [2.5, 6] }).gives([]);
    await call("findLeaks", { ...clean, train, mean: [2.5, 6], testLabels: [1, 0] }).gives(["label"]);
  });

  fact("one value for two labels, or two values for one label, do not give the label away", async ({ call }) => {
    const ones = {
      ...clean,
      train: [
        [1, 5],
        [2, 5],
        [3, 5],
        [4, 5],
      ],
      test: [
        [9, 5],
        [8, 5],
      ],
      mean: [2.5, 5],
    };
    await call("findLeaks", ones).gives([]);
    const names = {
      ...clean,
      train: [
        [1, 5],
        [2, 7],
        [3, 6],
        [4, 7],
      ],
      test: [
        [9, 5],
        [8, 7],
      ],
      mean: [2.5, 6.25],
    };
    await call("findLeaks", names).gives([]);
  });

  property("exactly the leaks that an experiment has are found", { points: 4, runs: 60 }, async ({ call, draw }) => {
    const plan: Plan = {
      copies: draw.pick(["none", "none", "exact", "near"]),
      statistics: draw.pick(["train", "train", "all", "test", "one column"]),
      label: draw.chance(0.35),
    };
    const drawn = experiment(draw, plan);
    await call("findLeaks", drawn).gives(leaks(drawn));
  });

  property("optimism is the difference of two shares", { points: 2, runs: 20 }, async ({ call, draw }) => {
    const [a, b] = [
      draw.list(draw.int(1, 9), () => draw.chance(0.7)),
      draw.list(draw.int(1, 9), () => draw.chance(0.5)),
    ];
    const share = (list: boolean[]): number => list.reduce((s, r) => s + (r ? 1 : 0), 0) / list.length;
    await call("optimism", a, b).gives(share(a) - share(b));
  });
});
