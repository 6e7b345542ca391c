import { type Draw, suite } from "@termwise/check";

type List = readonly number[];
/** By the definitions, with indices. */
const average = (list: List): number => list.reduce((a, b) => a + b, 0) / list.length;
function line(x: List, y: List): { slope: number; intercept: number } {
  const [n, mx, my] = [x.length, average(x), average(y)];
  let [over, under] = [0, 0];
  for (let i = 0; i < n; i++) {
    over += (x[i] - mx) * (y[i] - my);
    under += (x[i] - mx) * (x[i] - mx);
  }
  const slope = under === 0 ? 0 : over / under;
  return { slope, intercept: my - slope * mx };
}
function share(actual: List, forecast: List): number {
  let [missed, spread] = [0, 0];
  for (const [i, v] of actual.entries()) {
    missed += (v - forecast[i]) ** 2;
    spread += (v - average(actual)) ** 2;
  }
  return missed === 0 ? 1 : 1 - missed / spread;
}
function judged(prices: List, part: number) {
  const s = Math.floor(part * prices.length);
  const fit = line(prices.slice(0, s - 1), prices.slice(1, s));
  const days = prices.map((_, t) => t).filter((t) => t >= s);
  const score = (forecast: (present: number) => number) => ({
    level: share(
      days.map((t) => prices[t]),
      days.map((t) => forecast(prices[t - 1])),
    ),
    change: share(
      days.map((t) => prices[t] - prices[t - 1]),
      days.map((t) => forecast(prices[t - 1]) - prices[t - 1]),
    ),
  });
  const [lazy, fitted] = [score((p) => p), score((p) => fit.intercept + fit.slope * p)];
  return {
    levels: { persistence: lazy.level, line: fitted.level },
    changes: { persistence: lazy.change, line: fitted.change },
  };
}
/** Prices that wander, or that are pulled back to 100. */
function walk(draw: Draw, n: number): number[] {
  const pull = draw.pick([0, 0, 0.3]);
  let price = 100;
  return draw.list(n, () => (price += draw.normal() * 2 + pull * (100 - price)));
}
function distribution(draw: Draw, K: number): number[] {
  const parts = draw.list(K, () => draw.int(1, 20));
  const total = parts.reduce((a, b) => a + b, 0);
  return parts.map((v) => v / total);
}

export default suite<typeof import("./stub.ts")>("E06.8", ({ example, fact, property }) => {
  example("six prices, and an umbrella", async ({ call }) => {
    await call("fitLine", [1, 2, 3], [2, 4, 9]).gives({ slope: 3.5, intercept: -2 });
    await call("honestForecast", [1, 2, 3, 4, 8, 6], 0.75).gives({
      levels: { persistence: -9, line: -8 },
      changes: { persistence: -1 / 9, line: 0 },
    });
    await call(
      "bestAction",
      [0.9, 0.1],
      [
        [0, 100],
        [5, 5],
      ],
    ).gives(1);
  });

  fact("a line through one point, or through points above one another, is level", async ({ call }) => {
    await call("fitLine", [3], [7]).gives({ slope: 0, intercept: 7 });
    await call("fitLine", [2, 2, 2], [1, 5, 6]).gives({ slope: 0, intercept: 4 });
    await call("fitLine", [1, 3], [5, 1]).gives({ slope: -2, intercept: 7 });
  });

  fact("R² of the mean is 0, of the truth 1, of anything worse below 0", async ({ call }) => {
    await call("r2", [1, 2, 6], [3, 3, 3]).gives(0);
    await call("r2", [1, 2, 6], [1, 2, 6]).gives(1);
    await call("r2", [1, 2, 6], [6, 2, 1]).gives(1 - 50 / 14);
    await call("r2", [1, 2, 6], [2, 3, 7]).gives(1 - 3 / 14);
    await call("r2", [4, 4], [4, 4]).gives(1);
    await call("r2", [4, 4], [4, 5]).gives(-Infinity);
  });

  fact("a long rise looks brilliant in prices and says nothing about changes", async ({ call }) => {
    const prices = [100, 103, 101, 106, 108, 107, 112, 113, 118, 117, 121, 126];
    await call("honestForecast", prices, 0.5).gives(judged(prices, 0.5));
  });

  fact("what comes after the training part does not reach the line", async ({ call, holds }) => {
    const known = [10, 12, 11, 13];
    const one = await call("honestForecast", [...known, 20, 30], 0.75);
    holds("with 20 and 30", one, judged([...known, 20, 30], 0.75));
    const other = await call("honestForecast", [...known, 7, 1], 0.75);
    holds("with 7 and 1", other, judged([...known, 7, 1], 0.75));
  });

  fact("prices that stand still in training make a level line", async ({ call }) => {
    await call("honestForecast", [5, 5, 5, 5, 7, 9], 0.75).gives(judged([5, 5, 5, 5, 7, 9], 0.75));
  });

  fact("too few prices are an error that mentions both numbers", async ({ call }) => {
    await call("honestForecast", [1, 2, 3, 4], 0.5).throws(/2.*2/);
    await call("honestForecast", [1, 2, 3, 4], 0.75).throws(/3.*1|1.*3/);
    await call("honestForecast", [1, 2, 3, 4, 5], 1).throws(/5.*0|0.*5/);
    await call("honestForecast", [1, 2, 4, 3, 6, 5], 0.5).gives(judged([1, 2, 4, 3, 6, 5], 0.5));
  });

  fact("the share is rounded down", async ({ call }) => {
    const prices = [3, 5, 4, 8, 6, 9, 7];
    await call("honestForecast", prices, 0.5).gives(judged(prices, 0.5));
    await call("honestForecast", prices, 0.6875).gives(judged(prices, 0.6875));
  });

  fact("the action is chosen by its expected cost, not by the likeliest outcome", async ({ call }) => {
    await call(
      "bestAction",
      [0.5, 0.25, 0.25],
      [
        [0, 2, 2],
        [1, 0, 1],
        [3, 3, 0],
      ],
    ).gives(1);
    await call(
      "bestAction",
      [0.2, 0.8],
      [
        [1, 1],
        [0, 4],
        [9, 0],
      ],
    ).gives(0);
    await call(
      "bestAction",
      [0.6, 0.4],
      [
        [-5, 0],
        [0, -10],
      ],
    ).gives(1);
    await call(
      "bestAction",
      [0.5, 0.5],
      [
        [2, 0],
        [0, 2],
        [1, 1],
      ],
    ).gives(0);
    await call("bestAction", [1], [[3], [2], [2]]).gives(1);
  });

  property("the line of least squares is found", { points: 1, runs: 20 }, async ({ call, draw }) => {
    const n = draw.int(2, 8);
    const x = draw.list(n, (k) => k + draw.number(0, 0.9));
    const y = draw.list(n, () => draw.normal() * 3);
    await call("fitLine", x, y).gives(line(x, y));
  });

  property("all four scores are as defined", { points: 4, runs: 25 }, async ({ call, draw }) => {
    const prices = walk(draw, draw.int(8, 40));
    const part = draw.pick([0.5, 0.625, 0.75]);
    await call("honestForecast", prices, part).gives(judged(prices, part));
  });

  property("the expected cost decides among any number of actions", { points: 3, runs: 40 }, async ({ call, draw }) => {
    const [A, K] = [draw.int(1, 4), draw.int(2, 4)];
    const p = distribution(draw, K);
    const cost = draw.list(A, () => draw.list(K, () => draw.number(-2, 10)));
    const expected = cost.map((row) => row.reduce((s, c, k) => s + c * p[k], 0));
    await call("bestAction", p, cost).gives(expected.indexOf(Math.min(...expected)));
  });
});
