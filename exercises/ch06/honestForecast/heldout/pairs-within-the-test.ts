// misconception: first-test-day-skipped
export interface Scores {
  readonly persistence: number;
  readonly line: number;
}

function sum(list: readonly number[]): number {
  let s = 0;
  for (const v of list) s += v;
  return s;
}

export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  const n = x.length;
  const xBar = sum(x) / n;
  const yBar = sum(y) / n;
  const dx = x.map((v) => v - xBar);
  const spread = sum(dx.map((d) => d * d));
  if (spread === 0) return { slope: 0, intercept: yBar };
  const slope = sum(dx.map((d, i) => d * (y[i] - yBar))) / spread;
  return { slope, intercept: yBar - slope * xBar };
}

export function r2(actual: readonly number[], forecast: readonly number[]): number {
  const m = sum(actual) / actual.length;
  const errors = sum(actual.map((a, i) => (a - forecast[i]) ** 2));
  const total = sum(actual.map((a) => (a - m) ** 2));
  if (total === 0) return errors === 0 ? 1 : -Infinity;
  return 1 - errors / total;
}

const pairs = (list: readonly number[]) => ({ now: list.slice(0, -1), later: list.slice(1) });

export function honestForecast(prices: readonly number[], share: number): { levels: Scores; changes: Scores } {
  const s = Math.floor(share * prices.length);
  const rest = prices.length - s;
  if (s < 3 || rest < 2) throw new Error("training: " + s + ", test: " + rest);
  const train = pairs(prices.slice(0, s));
  const test = pairs(prices.slice(s));
  const line = fitLine(train.now, train.later);
  const said = test.now.map((p) => line.intercept + line.slope * p);
  const moved = test.later.map((p, i) => p - test.now[i]);
  return {
    levels: { persistence: r2(test.later, test.now), line: r2(test.later, said) },
    changes: {
      persistence: r2(
        moved,
        moved.map(() => 0),
      ),
      line: r2(
        moved,
        said.map((p, i) => p - test.now[i]),
      ),
    },
  };
}

export function bestAction(probabilities: readonly number[], cost: readonly (readonly number[])[]): number {
  const expected = cost.map((row) => sum(row.map((c, k) => c * probabilities[k])));
  return expected.indexOf(Math.min(...expected));
}
