/** Naming a mistake by behaviour: exactly, two at once, mostly, else silence. */
import { describe, expect, test } from "vitest";
import { type Mistake, type Report, suite } from "../src/index.ts";
import { exercise, reportOf, small } from "./help.ts";

interface Line {
  line(x: number): number[];
}
const tests = suite<Line>("T9", ({ example, property }) => {
  example("2 gives its double and its square", async ({ call }) => {
    await call("line", 2).gives([4, 4]);
  });
  property("any number gives its double and its square", async ({ call, draw }) => {
    const x = draw.int(-9, 9);
    await call("line", x).gives([2 * x, x * x]);
  });
});
const mistake = (name: string): Mistake => ({
  name,
  does: `does ${name}`,
  belief: `not ${name}`,
  hint: `why ${name}?`,
});
const mistakes = ["triples", "cubes", "odd-only"].map(mistake);
const two = (x: number): number => 2 * x;
const wrong = {
  triples: { line: (x: number) => [3 * x, x * x] },
  cubes: { line: (x: number) => [2 * x, x ** 3] },
  "odd-only": { line: (x: number) => (x === 8 ? [0, 0] : [2 * x, 0]) },
  "triples+cubes": { line: (x: number) => [3 * x, x ** 3] },
};
const about = small({ tests, mistakes, wrong, right: { line: (x: number) => [two(x), x * x] } });
const names = ({ naming }: Report): string =>
  naming ? `${naming.how} ${naming.mistakes.map((m) => m.name).join(" and ")}` : "";
const named = async (line: (x: number) => unknown): Promise<string> => names(await reportOf(about, { line }));

describe("an answer is named", () => {
  test("exactly, when it does what a mistake does, however it is written", async () => {
    expect(await named((x) => [x + x + x, Math.abs(x) * Math.abs(x)])).toBe("exactly triples");
    expect(await named((x) => [x + x, x * Math.abs(x) * Math.abs(x)])).toBe("exactly cubes");
  });
  test("as two at once, when only both together do what it does", async () => {
    expect(await named((x) => [x * 3, x * x * x])).toBe("exactly triples and cubes");
  });
  test("as almost, when it agrees at nine in ten of the telling places and no other comes near", async () => {
    expect(await named((x) => [2 * x, 0])).toBe("mostly odd-only");
  });
  test("not at all when it does something else", async () => {
    expect(await named((x) => [2 * x, x])).toBe("");
    expect(await named(() => "what")).toBe("");
    expect(await named((x) => (x > 0 ? [3 * x, x * x] : [2 * x, x ** 3]))).toBe("");
  });
  test("not when it is right", async () => {
    expect(await named((x) => [2 * x, x * x])).toBe("");
  });
  test("not when it agrees with a mistake and differs from it at a single place", async () => {
    expect(await named((x) => (x === 2 ? [6, 5] : [3 * x, x * x]))).not.toContain("exactly");
  });
});

test("the sentence says exactly or almost, and with almost in how many of the telling cases", async () => {
  const { sentence } = await import("../src/index.ts");
  expect(sentence({ how: "exactly", agreement: 1, mistakes })).toBe(
    "Your code behaves exactly like code that does triples, and also does cubes, and also does odd-only.",
  );
  expect(sentence({ how: "mostly", agreement: 0.928, mistakes: [mistakes[0]] })).toContain(
    "(in 92 % of the telling cases)",
  );
});

test("errors and changed arguments are part of a behaviour", async () => {
  const opened = await exercise("ch02/broadcastShapes");
  const padding = (a: number[], b: number[]): number[] => {
    const text = `cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`;
    while (a.length < b.length) a.unshift(1);
    while (b.length < a.length) b.unshift(1);
    return a.map((m, k) => {
      if (m !== b[k] && m !== 1 && b[k] !== 1) throw new Error(text);
      return m === 1 ? b[k] : m;
    });
  };
  expect(names(await reportOf(opened, { broadcastShapes: padding }))).toBe("exactly arguments-changed");
});

test("an array that is kept instead of copied is told from one that is copied", async () => {
  const opened = await exercise("ch08/trainLoop");
  const report = await reportOf(opened, {
    trainLoop(
      model: { weights: Float64Array; setMode(m: string): void; trainEpoch(): void; validationLoss(): number },
      { maxEpochs, patience }: { maxEpochs: number; patience: number },
    ) {
      const losses: number[] = [];
      let best = { epoch: 0, loss: Infinity, weights: model.weights };
      for (; losses.length < maxEpochs && losses.length - best.epoch < patience; ) {
        model.setMode("train");
        model.trainEpoch();
        model.setMode("evaluate");
        const loss = model.validationLoss();
        losses.push(loss);
        if (loss < best.loss) best = { epoch: losses.length, loss, weights: model.weights };
      }
      model.weights.set(best.weights);
      return { epochs: losses.length, bestEpoch: best.epoch, bestLoss: best.loss, losses };
    },
  });
  expect(names(report)).toBe("exactly reference");
});
