import { type Bench, type Draw, suite } from "@termwise/check";
import { type Data, described, RIGHT, type Step, type Words } from "./dealing.ts";
import { drawnRun, FAULTS } from "./runs.ts";
import type { Fault, Plan, Recording } from "./stub.ts";
import { contradiction } from "./why.ts";

type Answer = Bench<typeof import("./stub.ts")>;

/** The run of the pictures, every fifth epoch. */
const PICTURED: Recording = {
  classes: 10,
  start: 2.37,
  loss: [2.33, 2.31, 2.31, 2.31, 2.31, 2.31, 2.31, 2.31],
  accuracy: [0.07, 0.08, 0.1, 0.09, 0.07, 0.09, 0.09, 0.09],
  scrambled: [2.36, 2.31, 2.31, 2.31, 2.31, 2.31, 2.31, 2.31],
  heart: [2.37, 1.74, 1.35, 1.01, 0.76, 0.56, 0.43, 0.34, 0.27, 0.22, 0.18],
  spread: 13.2,
  pairs: [2, 9, 4, 0, 8, 6, 3, 0, 7, 2].map((own, given) => ({ given, own })),
  used: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
};

async function name({ call }: Answer, run: Recording, fault: Fault): Promise<void> {
  await call("diagnose", run).gives(fault, { why: (got) => contradiction(run, got, fault) });
}

/** Rows and labels of which no two are equal, so that each row can be told from what the model is given. */
function data(draw: Draw, n: number): Data {
  const rows = draw.list(n, (i) => [3 * i + draw.int(0, 2), draw.int(-9, 9)]);
  const labels = shuffled(
    draw,
    draw.list(n, (i) => 2 * i + draw.int(0, 1)),
  );
  return { x: { shape: [n, 2], data: Float32Array.from(shuffled(draw, rows).flat()) }, labels };
}
function shuffled<T>(draw: Draw, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = draw.int(0, i);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

/** A run with a model that only looks: what it was given, and what came back. */
async function dealt({ call }: Answer, { x, labels }: Data, plan: Plan) {
  const steps: Step[] = [];
  const step = (x: unknown, labels: Iterable<number>): number => {
    steps.push({ x: x as Step["x"], labels: [...labels] });
    return 1 / steps.length;
  };
  const losses = await call("fit", { step }, { x, labels }, plan);
  return { steps, losses };
}

/** Whatever the order is: batches of the size, each row once and beside its own label, and a new order every epoch. */
async function watched(bench: Answer, made: Data, plan: Plan): Promise<void> {
  const { steps, losses } = await dealt(bench, made, plan);
  const n = made.labels.length;
  const sizes = Array.from({ length: Math.ceil(n / plan.size) }, (_, b) => Math.min(plan.size, n - b * plan.size));
  const { holds } = bench;
  const words = described(steps, made, plan);
  paired(bench, words);
  holds("rows are dealt", words.rows, RIGHT.rows);
  holds("the order is", words.order, RIGHT.order);
  const want = Array.from({ length: plan.epochs }, () => sizes).flat();
  holds(
    "rows in each batch",
    steps.map(({ x }) => x.shape[0]),
    want,
  );
  holds(
    "losses",
    losses,
    want.map((_, k) => 1 / (k + 1)),
  );
}

/** The reader sees the first line; the second tells the mistakes apart. */
function paired({ holds }: Answer, { labels }: Words): void {
  holds("rows that were given their own label", labels === RIGHT.labels ? "all" : "not all", "all");
  holds("the labels are", labels, RIGHT.labels);
}

export default suite<typeof import("./stub.ts")>("L08.2", ({ example, fact, property }) => {
  example("names the fault of the run in the pictures", async (bench) => {
    await name(bench, PICTURED, "labels left behind");
  });

  property("names the fault of any run", { points: 4, runs: 84 }, async (bench) => {
    const fault = FAULTS[bench.draw.int(0, FAULTS.length - 1)];
    await name(bench, drawnRun(bench.draw, fault), fault);
  });

  fact("twelve rows, four at a time: each beside its own label, for three epochs", async (bench) => {
    await watched(bench, data(bench.draw, 12), { size: 4, epochs: 3, seed: 1 });
  });

  fact("a size as large as the data, or larger, makes one batch an epoch", async (bench) => {
    await watched(bench, data(bench.draw, 9), { size: 9, epochs: 2, seed: 2 });
    await watched(bench, data(bench.draw, 9), { size: 20, epochs: 2, seed: 2 });
  });

  fact("one seed gives the same pairs each time, another seed others", async (bench) => {
    const { draw, holds } = bench;
    const made = data(draw, 11);
    const seeds = [5, 5, 6, 7];
    const runs = [];
    for (const seed of seeds) runs.push((await dealt(bench, made, { size: 4, epochs: 3, seed })).steps);
    const [first, ...others] = runs.map((steps) => JSON.stringify(steps.map(({ x, labels }) => [[...x.data], labels])));
    const words = others.map((run) => (run === first ? "the same" : "others"));
    paired(bench, described(runs[0], made, { epochs: 3 }));
    holds("seed 5 again deals", words[0], "the same");
    holds("seeds 6 and 7 deal", words.slice(1), ["others", "others"]);
  });

  property(
    "every row is dealt once an epoch beside its own label, in an order that is new, whatever the sizes and the seed",
    { points: 4, runs: 24 },
    async (bench) => {
      const { draw } = bench;
      const n = draw.int(8, 15);
      const plan = { size: draw.int(1, 7), epochs: draw.int(3, 4), seed: draw.int(0, 999) };
      await watched(bench, data(draw, n), plan);
    },
  );
});
