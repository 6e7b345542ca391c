import { type Bench, type Draw, live, suite } from "@termwise/check";

type Module = typeof import("./stub.ts");
type List = readonly number[];
interface Range {
  from: number;
  to: number;
  steps: number;
}

/** By the definitions. */
const ratesOf = ({ from, to, steps }: Range): number[] =>
  Array.from({ length: steps }, (_, k) => Math.exp(Math.log(from) + (k / (steps - 1)) * Math.log(to / from)));
const keptOf = (losses: List): number => {
  const end = losses.findIndex((loss) => !Number.isFinite(loss) || loss > 4 * losses[0]);
  return end < 0 ? losses.length : end;
};
const means = (losses: List, radius: number): number[] =>
  losses.map((_, k) => {
    const near = losses.filter((_, j) => Math.abs(j - k) <= radius);
    return near.reduce((a, b) => a + b, 0) / near.length;
  });
function suggested(rates: List, losses: List, radius: number): number {
  const s = means(losses, radius);
  let best = 1;
  for (let k = 2; k < s.length - 1; k++) if (s[k - 1] - s[k + 1] > s[best - 1] - s[best + 1]) best = k;
  return rates[best];
}

/** A model that follows a script of losses; at step k its weights are [k, −k]. */
async function follow({ call, given, holds }: Bench<Module>, script: List, range: Range): Promise<void> {
  const weights = live(new Float64Array([0.5, -0.5]));
  const tried: number[] = [];
  const seen: number[][] = [];
  const step = (lr: number): number => {
    seen.push([...weights]);
    tried.push(lr);
    weights.set([tried.length, -tried.length]);
    return script[tried.length - 1] ?? 0;
  };
  given("losses", script);
  const all = ratesOf(range);
  const losses = script.slice(0, range.steps);
  const kept = keptOf(losses);
  await call("sweep", { weights, step }, range).gives({ rates: all.slice(0, kept), losses: losses.slice(0, kept) });
  const made = Math.min(kept + 1, range.steps);
  holds("rates tried", tried, all.slice(0, made));
  holds(
    "weights at each step",
    seen,
    Array.from({ length: made }, (_, k) => (k === 0 ? [0.5, -0.5] : [k, -k])),
  );
  holds("weights at the end", [...weights], [0.5, -0.5]);
}

/** A bowl with several curvatures, and the losses of gradient descent in it. */
interface Bowl {
  curvatures: number[];
  start: number[];
}
const lossAt = ({ curvatures }: Bowl, x: List): number => x.reduce((s, v, k) => s + (curvatures[k] * v * v) / 2, 0);
const stepped = ({ curvatures }: Bowl, x: List, lr: number): number[] => x.map((v, k) => v - lr * curvatures[k] * v);
function curve(bowl: Bowl, rates: List): number[] {
  let x = bowl.start;
  return rates.map((lr) => {
    const loss = lossAt(bowl, x);
    x = stepped(bowl, x, lr);
    return loss;
  });
}
/** The constant rate that brings the loss down furthest in five steps. */
function optimum(bowl: Bowl): number {
  let [best, least] = [0, Infinity];
  for (let lr = 0.004; lr < 4; lr *= 1.05) {
    let x = bowl.start;
    for (let t = 0; t < 5; t++) x = stepped(bowl, x, lr);
    if (lossAt(bowl, x) < least) [best, least] = [lr, lossAt(bowl, x)];
  }
  return best;
}
const within3 = (a: number, b: number): boolean => a < 3 * b && b < 3 * a;
const SHORT: Range = { from: 0.001, to: 10, steps: 12 };
/** A bowl in which the steepest fall is a good rate and the lowest loss is not. */
function telling(draw: Draw): Bowl {
  for (;;) {
    const top = draw.number(1, 10);
    const curvatures = draw.list(4, (k) => (k === 0 ? top : top * draw.number(0.1, 1)));
    const bowl = { curvatures, start: draw.list(4, () => draw.normal()) };
    const rates = ratesOf(SHORT);
    const losses = curve(bowl, rates);
    const kept = losses.slice(0, keptOf(losses));
    const best = optimum(bowl);
    const lowest = rates[kept.indexOf(Math.min(...kept))];
    if (within3(suggested(rates, kept, 0), best) && !within3(lowest, best)) return bowl;
  }
}

export default suite<Module>("E08.8", ({ example, fact, property }) => {
  const five = [0.001, 0.01, 0.1, 1, 10];
  example("a curve that falls, bottoms out, and blows up", async (bench) => {
    await follow(bench, [5, 5, 4, 1, 0.5, 21, 3], { from: 0.001, to: 1000, steps: 7 });
    await follow(bench, [3, 2, 1, 1], { from: 0.001, to: 1, steps: 4 });
    await bench.call("smoothed", [6, 3, 0, 9], 1).gives([4.5, 3, 4, 4.5]);
    await bench.call("suggestRate", five, [5, 5, 4, 1, 0.5], 0).gives(0.1);
  });

  fact("two steps are the two ends, and the steps of a decade grow by equal factors", async (bench) => {
    await follow(bench, [1, 1], { from: 0.5, to: 8, steps: 2 });
    await follow(bench, [1, 1, 1, 1, 1], { from: 0.5, to: 8, steps: 5 });
  });

  fact("NaN and Infinity end the sweep and are not kept, wherever they come", async (bench) => {
    const range = { from: 0.01, to: 1, steps: 5 };
    await follow(bench, [2, 1, NaN, 1, 1], range);
    await follow(bench, [2, 1, 1, 1, Infinity], range);
    await follow(bench, [NaN, 1, 1, 1, 1], range);
    await follow(bench, [Infinity, 1, 1, 1, 1], range);
  });

  fact("four times the first loss is still kept, four times the best is no reason to stop", async (bench) => {
    const range = { from: 0.01, to: 1, steps: 6 };
    await follow(bench, [2, 8, 2, 8, 1, 8], range);
    await follow(bench, [4, 1, 0.125, 1, 4, 15], range);
    await follow(bench, [2, 7, 8.5, 1, 1, 1], range);
    await follow(bench, [0, 0, 0, 0.5, 0, 0], range);
  });

  fact("smoothing uses what is there at the ends", async ({ call }) => {
    await call("smoothed", [4, 8, 0], 0).gives([4, 8, 0]);
    await call("smoothed", [4, 8, 0], 1).gives([6, 4, 4]);
    await call("smoothed", [4, 8, 0], 9).gives([4, 4, 4]);
    await call("smoothed", [10, 0, 0, 0, 0, 5], 2).gives([10 / 3, 2.5, 2, 1, 1.25, 5 / 3]);
    await call("smoothed", [], 2).gives([]);
  });

  fact("neither the lowest loss nor the largest change is the suggestion", async ({ call }) => {
    await call("suggestRate", five, [4, 3, 1, 0.75, 9], 0).gives(0.01);
    await call("suggestRate", five, [8, 7, 2, 0.5, 0.25], 0).gives(0.1);
    await call("suggestRate", five, [8, 7, 4, 1, 0], 0).gives(0.1);
    await call("suggestRate", [1, 2, 30], [3, 2, 1], 0).gives(2);
    await call("suggestRate", [0.001, 0.01, 0.1, 1, 10, 100], [9, 9, 5, 9, 4, 3], 1).gives(10);
  });

  fact("of equal falls the first counts", async ({ call }) => {
    await call("suggestRate", five, [8, 6, 4, 2, 0], 0).gives(0.01);
    await call("suggestRate", five, [8, 8, 4, 4, 0], 0).gives(0.01);
  });

  fact("where nothing falls there is no suggestion", async ({ call }) => {
    await call("suggestRate", [0.1, 1], [5, 1], 0).throws(/2/);
    await call("suggestRate", [], [], 1).throws(/0/);
    await call("suggestRate", five, [1, 2, 3, 4, 5], 0).throws(/5/);
    await call("suggestRate", five, [2, 2, 2, 2, 2], 1).throws(/5/);
  });

  property("any script of losses is followed to its end", { points: 3, runs: 30 }, async (bench) => {
    const { draw } = bench;
    const from = draw.pick([1e-4, 0.001, 0.02]);
    const range = { from, to: from * draw.pick([10, 1000, 64]), steps: draw.int(2, 9) };
    const losses = draw.list(range.steps, (k) => draw.number(1, 3) / (1 + k / 2));
    if (draw.chance(0.6)) losses[draw.int(0, range.steps - 1)] = draw.pick([13, 40, NaN, Infinity]);
    await follow(bench, losses, range);
  });

  property("the steepest fall of the smoothed curve is found", { points: 3 }, async ({ call, draw }) => {
    const n = draw.int(3, 12);
    const rates = ratesOf({ from: 0.001, to: 10, steps: n });
    const losses = draw.list(n, (k) => 6 / (1 + k) + draw.number(0, 2));
    losses[0] += 3;
    const radius = draw.int(0, 2);
    await call("smoothed", losses, radius).gives(means(losses, radius));
    const s = means(losses, radius);
    if (s.some((_, k) => k > 1 && s[k - 2] - s[k] > 1e-6))
      await call("suggestRate", rates, losses, radius).gives(suggested(rates, losses, radius));
  });

  property(
    "in a bowl the suggestion is within a factor 3 of the best rate",
    { points: 2, runs: 6 },
    async ({ call, draw, given, holds }) => {
      const bowl = telling(draw);
      given("curvatures", bowl.curvatures);
      const weights = live(Float64Array.from(bowl.start));
      const step = (lr: number): number => {
        const loss = lossAt(bowl, [...weights]);
        weights.set(stepped(bowl, [...weights], lr));
        return loss;
      };
      const { rates, losses } = await call("sweep", { weights, step }, SHORT);
      holds("weights at the end", [...weights], bowl.start);
      const lr = await call("suggestRate", rates, losses, 0);
      holds("within a factor 3 of the best rate", within3(lr, optimum(bowl)), true);
    },
  );
});
