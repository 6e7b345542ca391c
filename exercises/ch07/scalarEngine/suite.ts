import { type Draw, suite } from "@termwise/check";
import type { Step } from "./stub.ts";

/** The slope of step j of a program by the slope of step i, for every pair: dense, forward, in plain loops. */
function slopes(steps: readonly Step[]): { data: number[]; table: number[][] } {
  const data: number[] = [];
  const table: number[][] = []; // table[j][i]: how step j changes with step i
  steps.forEach((step, j) => {
    const [value, local] = evaluate(step, data);
    data.push(value);
    table.push(steps.map((_, i) => (i === j ? 1 : local.reduce((sum, [k, s]) => sum + s * table[k][i], 0))));
  });
  return { data, table };
}

type Local = [value: number, slopes: [from: number, slope: number][]];
function evaluate(step: Step, at: readonly number[]): Local {
  if (typeof step === "number") return [step, []];
  const [op, a, b = 0] = step;
  const x = at[a];
  if (op === "add")
    return [
      x + at[b],
      [
        [a, 1],
        [b, 1],
      ],
    ];
  if (op === "mul")
    return [
      x * at[b],
      [
        [a, at[b]],
        [b, x],
      ],
    ];
  if (op === "pow") return [x ** b, [[a, b === 0 ? 0 : b * x ** (b - 1)]]];
  if (op === "exp") return [Math.exp(x), [[a, Math.exp(x)]]];
  return [Math.max(0, x), [[a, x > 0 ? 1 : 0]]];
}

/** What `play` must give after these sweeps: at each step the sum of what the sweeps that reach it bring. */
function expected(steps: readonly Step[], sweeps: readonly number[]): { data: number[]; grad: number[] } {
  const { data, table } = slopes(steps);
  const grad = data.map(() => 0);
  for (const place of sweeps) {
    const reached = new Set([place]);
    for (const j of reached) {
      const step = steps[j];
      if (typeof step === "number") continue;
      reached.add(step[1]);
      if (step[0] === "add" || step[0] === "mul") reached.add(step[2]!);
    }
    for (const i of reached) grad[i] += table[place][i];
  }
  return { data, grad };
}

/** A program in which values are used again and again; numbers stay of moderate size. */
function program(draw: Draw, length: number): Step[] {
  const steps: Step[] = draw.list(3, () => draw.pick([-2, -1.5, -0.5, 0.5, 1.25, 2, 3]));
  while (steps.length < length) {
    const last = steps.length - 1;
    const pick = (): number => (draw.chance(0.5) ? last : draw.int(0, last));
    const [a, b] = [pick(), draw.int(0, last)];
    const step: Step = draw.pick<Step>([
      ["add", a, b],
      ["add", b, a],
      ["mul", a, b],
      ["mul", b, a],
      ["pow", a, draw.pick([2, 3])],
      ["exp", a],
      ["relu", a],
    ]);
    const [value] = evaluate(step, slopes(steps).data);
    if (Math.abs(value) < 30 && (step as readonly unknown[])[0] !== "relu") steps.push(step);
    else if (Math.abs(value) < 30 && draw.chance(0.5)) steps.push(step);
    else steps.push(draw.pick([-1, 0.5, 2]));
  }
  return steps;
}

const CHAIN = 15_000;
const DOUBLINGS = 28;

export default suite<typeof import("./stub.ts")>("E07.3", ({ example, fact, property }) => {
  example("x³ + x² at 3 has the slope 33, with x² made once and used twice", async ({ call }) => {
    const steps: Step[] = [3, ["mul", 0, 0], ["mul", 1, 0], ["add", 2, 1]];
    await call("play", steps, [3]).gives({ data: [3, 9, 27, 36], grad: [33, 4, 1, 1] });
  });

  fact("a + a and a · a: the same value twice", async ({ call }) => {
    await call("play", [3, ["add", 0, 0]], [1]).gives({ data: [3, 6], grad: [2, 1] });
    await call("play", [3, ["mul", 0, 0]], [1]).gives({ data: [3, 9], grad: [6, 1] });
  });

  fact("powers and exp have the slopes of school", async ({ call }) => {
    await call("play", [2, ["pow", 0, 3]], [1]).gives({ data: [2, 8], grad: [12, 1] });
    await call("play", [4, ["pow", 0, -1]], [1]).gives({ data: [4, 0.25], grad: [-0.0625, 1] });
    await call("play", [9, ["pow", 0, 0.5]], [1]).gives({ data: [9, 3], grad: [1 / 6, 1] });
    await call("play", [-3, ["pow", 0, 1]], [1]).gives({ data: [-3, -3], grad: [1, 1] });
    await call("play", [2, ["exp", 0]], [1]).gives({ data: [2, Math.exp(2)], grad: [Math.exp(2), 1] });
  });

  fact("x⁰ is 1 and does not change, at 0 too", async ({ call }) => {
    await call("play", [2, ["pow", 0, 0]], [1]).gives({ data: [2, 1], grad: [0, 1] });
    await call("play", [0, ["pow", 0, 0]], [1]).gives({ data: [0, 1], grad: [0, 1] });
  });

  fact("ReLU lets through what is above 0, and at 0 nothing", async ({ call }) => {
    await call("play", [2.5, ["relu", 0]], [1]).gives({ data: [2.5, 2.5], grad: [1, 1] });
    await call("play", [-2.5, ["relu", 0]], [1]).gives({ data: [-2.5, 0], grad: [0, 1] });
    await call("play", [0, ["relu", 0]], [1]).gives({ data: [0, 0], grad: [0, 1] });
  });

  fact("a fork whose arms have different lengths meets before it is passed on", async ({ call }) => {
    // h = x · w; y = h + (exp(h) · 2)²: the short arm reports first, the long one later
    const steps: Step[] = [0.5, 1, ["mul", 0, 1], ["exp", 2], 2, ["mul", 3, 4], ["pow", 5, 2], ["add", 2, 6]];
    await call("play", steps, [7]).gives(expected(steps, [7]));
    const other: Step[] = [0.5, 1, ["mul", 0, 1], ["exp", 2], 2, ["mul", 3, 4], ["pow", 5, 2], ["add", 6, 2]];
    await call("play", other, [7]).gives(expected(other, [7]));
  });

  fact("a second sweep adds its slopes, also from another value, and sends on nothing older", async ({ call }) => {
    const steps: Step[] = [3, 2, ["mul", 0, 1], ["pow", 2, 2], ["add", 3, 0]];
    await call("play", steps, [4, 4]).gives(expected(steps, [4, 4]));
    await call("play", steps, [3, 4]).gives(expected(steps, [3, 4]));
    await call("play", steps, [4, 2, 4]).gives(expected(steps, [4, 2, 4]));
  });

  fact("what the result was not made from is left alone", async ({ call }) => {
    const steps: Step[] = [3, 2, ["mul", 0, 1], ["exp", 1], ["pow", 2, 2]];
    await call("play", steps, [4]).gives(expected(steps, [4]));
    await call("play", steps, [3, 0]).gives({ ...expected(steps, [3, 0]) });
    await call("play", [7], [0]).gives({ data: [7], grad: [1] });
  });

  property("values and slopes of any program are right", { points: 5 }, async ({ call, draw }) => {
    const steps = program(draw, draw.int(4, 12));
    const last = steps.length - 1;
    await call("play", steps, [last]).gives(expected(steps, [last]));
  });

  property("so they are after other sweeps", { points: 2, runs: 20 }, async ({ call, draw }) => {
    const steps = program(draw, draw.int(5, 10));
    const last = steps.length - 1;
    const sweeps = [draw.int(3, last), draw.int(3, last), last];
    await call("play", steps, sweeps).gives(expected(steps, sweeps));
  });

  fact("a chain of 15,000 sums is swept", { points: 2 }, async ({ call, holds }) => {
    const steps: Step[] = [1, 2, ...Array.from({ length: CHAIN }, (_, k): Step => ["add", k === 0 ? 0 : k + 1, 1])];
    const { data, grad } = await call("play", steps, [CHAIN + 1]);
    holds("the result", data.at(-1), 1 + 2 * CHAIN);
    holds("slopes of the first two", grad.slice(0, 2), [1, CHAIN]);
  });

  fact("28 doublings take 56 edges, not 2²⁸ paths", async ({ call, holds }) => {
    const steps: Step[] = [1, ...Array.from({ length: DOUBLINGS }, (_, k): Step => ["add", k, k])];
    const { grad } = await call("play", steps, [DOUBLINGS]);
    holds("slope of the first", grad[0], 2 ** DOUBLINGS);
  });
});
