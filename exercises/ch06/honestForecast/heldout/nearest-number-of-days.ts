// misconception: share-not-rounded-down
export interface Scores {
  readonly persistence: number;
  readonly line: number;
}

const avg = (v: readonly number[]) => v.reduce((a, b) => a + b) / v.length;
const squares = (v: readonly number[], w: readonly number[]) => v.reduce((acc, x, i) => acc + (x - w[i]) ** 2, 0);

export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  const [mx, my] = [avg(x), avg(y)];
  let top = 0;
  let bottom = 0;
  x.forEach((xi, i) => {
    top += (xi - mx) * (y[i] - my);
    bottom += (xi - mx) * (xi - mx);
  });
  if (bottom === 0) return { slope: 0, intercept: my };
  return { slope: top / bottom, intercept: my - (top / bottom) * mx };
}

export function r2(actual: readonly number[], forecast: readonly number[]): number {
  const unexplained = squares(actual, forecast);
  if (unexplained === 0) return 1;
  const m = avg(actual);
  return (
    1 -
    unexplained /
      squares(
        actual,
        actual.map(() => m),
      )
  );
}

export function honestForecast(prices: readonly number[], share: number): { levels: Scores; changes: Scores } {
  const trainDays = Math.round(share * prices.length);
  const testDays = prices.length - trainDays;
  if (trainDays < 3 || testDays < 2) throw new Error(`${trainDays} training days, ${testDays} test days`);

  const train = prices.slice(0, trainDays);
  const { slope, intercept } = fitLine(train.slice(0, -1), train.slice(1));

  const rows = prices.slice(trainDays).map((actual, i) => {
    const before = prices[trainDays + i - 1];
    return { actual, before, line: intercept + slope * before };
  });
  return {
    levels: {
      persistence: r2(
        rows.map((r) => r.actual),
        rows.map((r) => r.before),
      ),
      line: r2(
        rows.map((r) => r.actual),
        rows.map((r) => r.line),
      ),
    },
    changes: {
      persistence: r2(
        rows.map((r) => r.actual - r.before),
        rows.map(() => 0),
      ),
      line: r2(
        rows.map((r) => r.actual - r.before),
        rows.map((r) => r.line - r.before),
      ),
    },
  };
}

export function bestAction(probabilities: readonly number[], cost: readonly (readonly number[])[]): number {
  const expected = (a: number) => cost[a].reduce((acc, c, k) => acc + c * probabilities[k], 0);
  let best = 0;
  for (let a = 1; a < cost.length; a++) if (expected(a) < expected(best)) best = a;
  return best;
}
