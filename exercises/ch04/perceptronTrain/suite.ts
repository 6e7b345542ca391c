import { type Draw, suite } from "@termwise/check";

interface Run {
  w: number[];
  b: number;
  mistakes: number[];
  converged: boolean;
}
const unit = (w: readonly number[], b: number, x: readonly number[]): number =>
  x.reduce((sum, v, i) => sum + v * w[i], b) < 0 ? 0 : 1;

/** The rule, on examples with a 1 in front, whose weight is the bias. */
function rule(X: readonly number[][], labels: readonly number[], maxEpochs: number): Run {
  const v = [0, ...X[0].map(() => 0)];
  const mistakes: number[] = [];
  while (mistakes.length < maxEpochs && mistakes.at(-1) !== 0) {
    mistakes.push(0);
    for (const [n, x] of X.entries()) {
      const long = [1, ...x];
      const given = unit(v, 0, long);
      if (given === labels[n]) continue;
      mistakes[mistakes.length - 1]++;
      for (const [i, part] of long.entries()) v[i] += given === 1 ? -part : part;
    }
  }
  return { w: v.slice(1), b: v[0], mistakes, converged: mistakes.at(-1) === 0 };
}

/** Multiples of one half: sums are exact in every order, and a sum of exactly 0 is not rare. */
const point = (draw: Draw, C: number): number[] => draw.list(C, () => draw.int(-6, 6) / 2);
/** Examples on the two sides of a line that nobody knows, none of them near it: Novikoff's bound stays small. */
function separable(draw: Draw): { X: number[][]; labels: number[]; w: number[]; b: number } {
  const C = draw.int(1, 3);
  const w = draw.list(C, () => draw.pick([-2, -1, 1, 2]));
  const b = draw.int(-2, 2) + 0.25;
  const sum = (x: readonly number[]): number => x.reduce((s, v, i) => s + v * w[i], b);
  const far = draw.list(12, () => draw.list(C, () => draw.int(-4, 4) / 2)).filter((x) => Math.abs(sum(x)) > 1);
  const X = [w.map((v) => -v), w.map((v) => v), ...far].slice(0, draw.int(3, 8)); // one on each side at least
  return { X, labels: X.map((x) => unit(w, b, x)), w, b };
}
const XOR = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

export default suite<typeof import("./stub.ts")>("E04.3", ({ example, fact, property }) => {
  example("the numbers 0, 1 and 3 are told apart after three epochs with mistakes", async ({ call }) => {
    await call("perceptronTrain", [[0], [1], [3]], [0, 0, 1], { maxEpochs: 9 }).gives({
      w: [1],
      b: -3,
      mistakes: [2, 2, 1, 0],
      converged: true,
    });
  });

  fact("a unit fires when its sum reaches 0", async ({ call }) => {
    await call("fires", [1, 1], -1.5, [1, 0.5]).gives(1);
    await call("fires", [1, 1], -1.5, [1, 0.25]).gives(0);
    await call("fires", [0, 0], 0, [3, 4]).gives(1);
    await call("fires", [2, -1], 1, [0, 0]).gives(1);
  });

  property("the unit is a weighted sum with a threshold", { points: 1, runs: 30 }, async ({ call, draw }) => {
    const C = draw.int(1, 4);
    const [w, x, b] = [point(draw, C), point(draw, C), draw.int(-4, 4) / 2];
    await call("fires", w, b, x).gives(unit(w, b, x));
  });

  fact("a unit that is right about all examples at once changes nothing", async ({ call }) => {
    await call(
      "perceptronTrain",
      [
        [1, 2],
        [-3, 0],
      ],
      [1, 1],
      { maxEpochs: 5 },
    ).gives({
      w: [0, 0],
      b: 0,
      mistakes: [0],
      converged: true,
    });
  });

  fact("one example alone is learned after one mistake", async ({ call }) => {
    await call("perceptronTrain", [[2, -1]], [0], { maxEpochs: 5 }).gives({
      w: [-2, 1],
      b: -1,
      mistakes: [1, 0],
      converged: true,
    });
  });

  fact("XOR goes on making mistakes until the epochs are over", async ({ call }) => {
    await call("perceptronTrain", XOR, [0, 1, 1, 0], { maxEpochs: 12 }).gives(rule(XOR, [0, 1, 1, 0], 12));
    await call("perceptronTrain", XOR, [0, 1, 1, 0], { maxEpochs: 1 }).gives(rule(XOR, [0, 1, 1, 0], 1));
  });

  fact("a clean epoch that is also the last one allowed has converged", async ({ call }) => {
    const [X, labels] = [
      [[0], [1], [3]],
      [0, 0, 1],
    ];
    await call("perceptronTrain", X, labels, { maxEpochs: 4 }).gives(rule(X, labels, 4));
    await call("perceptronTrain", X, labels, { maxEpochs: 3 }).gives(rule(X, labels, 3));
  });

  fact("a label that is not 0 or 1 is an error that says so", async ({ call }) => {
    await call("perceptronTrain", [[1], [2]], [-1, 1], { maxEpochs: 3 }).throws(/label/);
    await call("perceptronTrain", [[1], [2]], [1, 2], { maxEpochs: 3 }).throws(/label/);
  });

  property("any examples are followed as the rule says", { points: 4 }, async ({ call, draw }) => {
    const C = draw.int(1, 3);
    const X = draw.list(draw.int(2, 6), () => point(draw, C));
    const labels = X.map(() => draw.int(0, 1));
    const maxEpochs = draw.int(1, 8);
    await call("perceptronTrain", X, labels, { maxEpochs }).gives(rule(X, labels, maxEpochs));
  });

  property(
    "examples that a line separates are all learned, within Novikoff's number of mistakes",
    { points: 4, runs: 20 },
    async ({ call, draw, given, holds }) => {
      const { X, labels, w, b } = separable(draw);
      const norm = Math.hypot(...w, b);
      const margin = Math.min(...X.map((x) => Math.abs(x.reduce((sum, v, i) => sum + v * w[i], b)))) / norm;
      const radius = Math.max(...X.map((x) => Math.hypot(...x, 1)));
      const bound = (radius / margin) ** 2;
      const maxEpochs = Math.ceil(bound) + 1;
      given("a separating line", { w, b });
      const got = await call("perceptronTrain", X, labels, { maxEpochs });
      holds(
        "what the unit says in the end",
        X.map((x) => unit(got.w, got.b, x)),
        labels,
      );
      holds("converged", got.converged, true);
      holds("no more mistakes than (R/γ)²", got.mistakes.reduce((s, m) => s + m, 0) <= bound, true);
    },
  );
});
