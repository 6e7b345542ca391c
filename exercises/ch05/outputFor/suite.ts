import { type Draw, suite } from "@termwise/check";

interface Target {
  name: string;
  columns: number;
  low: number;
  high: number;
  sumsToOne: boolean;
  seen: [number, number];
}
type Kind = "identity" | "exp" | "sigmoid" | "softmax" | "tanh" | "scaled sigmoid";

/** Pools of real targets for each kind: name, possible range, columns to choose from, whether they sum to 1. */
const POOL: Record<Kind, [name: string, low: number, high: number, columns: number[], sums?: boolean][]> = {
  identity: [
    ["profit", -Infinity, Infinity, [1]],
    ["change of a price in percent", -Infinity, Infinity, [1, 5]],
    ["logarithm of a price", -Infinity, Infinity, [1]],
    ["standardised house price", -Infinity, Infinity, [1]],
    ["position in metres", -Infinity, Infinity, [2, 3]],
    ["temperature anomaly", -Infinity, Infinity, [1, 12]],
    ["parts of a profit, losses included", -Infinity, Infinity, [3], true],
  ],
  exp: [
    ["visitors of a day", 0, Infinity, [1]],
    ["seconds until failure", 0, Infinity, [1]],
    ["rainfall", 0, Infinity, [1, 24]],
    ["goals of both teams", 0, Infinity, [2]],
    ["variance of a measurement", 0, Infinity, [1]],
  ],
  softmax: [
    ["digit", 0, 1, [10], true],
    ["species of a flower", 0, 1, [3], true],
    ["spam or not, in two columns", 0, 1, [2], true],
    ["shares of the vote", 0, 1, [4, 6], true],
    ["next letter", 0, 1, [27], true],
  ],
  sigmoid: [
    ["spam", 0, 1, [1]],
    ["topics of an article", 0, 1, [6, 20]],
    ["objects in a picture", 0, 1, [80]],
    ["share of a battery that is charged", 0, 1, [1]],
    ["diagnoses of a patient", 0, 1, [5]],
    ["fraud or not, in one column", 0, 1, [1], true],
  ],
  tanh: [
    ["correlation", -1, 1, [1]],
    ["value of a chess position", -1, 1, [1]],
    ["sound wave", -1, 1, [1, 2]],
    ["steering", -1, 1, [1]],
  ],
  "scaled sigmoid": [
    ["rating with one to five stars", 1, 5, [1]],
    ["brightness", 0, 255, [3]],
    ["angle in degrees", -90, 90, [1]],
    ["grade", 1, 6, [1]],
    ["probability in percent", 0, 100, [1]],
    ["lightness between -1 and 0", -1, 0, [1]],
    ["half a circle", 0, Math.PI, [1]],
    ["parts of a fortune, debts allowed", -1, 2, [3, 5], true],
  ],
};
const TITLES: Record<Kind, string> = {
  identity: "targets without limits need an output without limits",
  exp: "amounts that cannot be negative need an output that cannot be either",
  softmax: "columns that share one whole need a softmax",
  sigmoid: "columns between 0 and 1, each by itself, need sigmoids",
  tanh: "values between -1 and 1 need a tanh",
  "scaled sigmoid": "any other range needs a sigmoid stretched to it",
};
/** What was seen is within the possible range, and often looks like another kind. */
function seen(draw: Draw, low: number, high: number): [number, number] {
  const [from, to] = [Math.max(low, -8), Math.min(high, 9)];
  const positive: [number, number] = [Math.max(from, 0), to];
  const unit: [number, number] = [Math.max(from, 0), Math.min(to, 1)];
  const [a, b] = draw.pick([[from, to], positive, unit, [Math.max(from, -1), Math.min(to, 1)]]);
  return a < b ? [a, b] : [from, to];
}
function drawn(draw: Draw, kind: Kind): Target {
  const [name, low, high, columns, sums = false] = draw.pick(POOL[kind]);
  return { name, columns: draw.pick(columns), low, high, sumsToOne: sums, seen: seen(draw, low, high) };
}

/** The distance that is missing, case by case. */
const MISSING = {
  identity: () => 0,
  exp: (t: number) => (t < 0 ? -t : 0),
  relu: (t: number) => (t < 0 ? -t : 0),
  sigmoid: (t: number) => (t < 0 ? -t : t > 1 ? t - 1 : 0),
  tanh: (t: number) => (t < -1 ? -1 - t : t > 1 ? t - 1 : 0),
};
type Reach = keyof typeof MISSING;
function mse(output: Reach, targets: readonly number[]): number {
  let sum = 0;
  for (const t of targets) sum += MISSING[output](t) ** 2;
  return sum / targets.length;
}
const target = (rest: Partial<Target>): Target => ({
  name: "something",
  columns: 1,
  low: 0,
  high: 1,
  sumsToOne: false,
  seen: [0, 1],
  ...rest,
});

export default suite<typeof import("./stub.ts")>("E05.6", ({ example, fact, property }) => {
  example("profit, digits and topics; relu on negative targets", async ({ call }) => {
    await call("outputFor", target({ name: "profit", low: -Infinity, high: Infinity, seen: [0.2, 7] })).gives(
      "identity",
    );
    await call("outputFor", target({ name: "digit", columns: 10, sumsToOne: true })).gives("softmax");
    await call("outputFor", target({ name: "topics", columns: 6 })).gives("sigmoid");
    await call("lowestMse", "relu", [-2, 1, 3, -4]).gives(5);
  });

  fact("several yes or no are several sigmoids; one single column is no softmax", async ({ call }) => {
    for (const columns of [2, 10]) await call("outputFor", target({ name: "symptoms", columns })).gives("sigmoid");
    await call("outputFor", target({ name: "one column", sumsToOne: true, seen: [1, 1] })).gives("sigmoid");
    await call("outputFor", target({ name: "two columns", columns: 2, sumsToOne: true })).gives("softmax");
  });

  fact("what was seen in training decides nothing", async ({ call }) => {
    const open = { low: -Infinity, high: Infinity };
    for (const seen of [
      [0, 1],
      [-1, 1],
      [0, 300],
    ] as [number, number][])
      await call("outputFor", target({ name: "return", ...open, seen })).gives("identity");
    await call("outputFor", target({ name: "visitors", high: Infinity, seen: [0, 1] })).gives("exp");
    await call("outputFor", target({ name: "stars", low: 1, high: 5, seen: [1, 5] })).gives("scaled sigmoid");
  });

  fact("a range is judged by both of its ends", async ({ call }) => {
    for (const [low, high] of [
      [-1, 0],
      [0, Math.PI],
      [-3, 1],
      [-1, 2],
      [0.5, 1],
      [-90, 90],
    ])
      await call("outputFor", target({ name: "dial", low, high, seen: [low, high] })).gives("scaled sigmoid");
  });

  fact("what sums to 1 in another range than 0 to 1 is no softmax", async ({ call }) => {
    const parts = { name: "parts of a fortune", columns: 3, sumsToOne: true };
    await call("outputFor", target({ ...parts, low: -1, high: 2, seen: [0, 1] })).gives("scaled sigmoid");
    await call("outputFor", target({ ...parts, low: -1, high: 1, seen: [0, 1] })).gives("tanh");
    await call("outputFor", target({ ...parts, low: -Infinity, high: Infinity, seen: [0, 1] })).gives("identity");
  });

  fact("of no targets there is no mean", async ({ call }) => {
    await call("lowestMse", "relu", []).gives(NaN);
    await call("lowestMse", "identity", []).gives(NaN);
  });

  fact("within reach nothing is lost, outside the distance squared", async ({ call }) => {
    await call("lowestMse", "identity", [-300, 0, 41]).gives(0);
    await call("lowestMse", "tanh", [-1, 0.5, 1, 2]).gives(0.25);
    await call("lowestMse", "sigmoid", [0, 0.5, 1, -3]).gives(2.25);
    await call("lowestMse", "exp", [5, 0, 1e4, -1]).gives(0.25);
  });

  for (const kind of Object.keys(TITLES) as Kind[])
    property(TITLES[kind], { points: 1, runs: 10 }, async ({ call, draw }) => {
      await call("outputFor", drawn(draw, kind)).gives(kind);
    });

  property("the smallest error of any output on any targets", { points: 3, runs: 40 }, async ({ call, draw }) => {
    const output = draw.pick(["identity", "exp", "relu", "sigmoid", "tanh"] as const);
    const targets = draw.list(draw.int(1, 6), () => draw.int(-12, 12) / 4);
    await call("lowestMse", output, targets).gives(mse(output, targets));
  });
});
