// misconception: first-test-day-skipped
/** Pairs are made inside the test part. */
export interface Scores {
  readonly persistence: number;
  readonly line: number;
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  x.forEach((v, i) => {
    xy += (v - mx) * (y[i] - my);
    xx += (v - mx) ** 2;
  });
  const slope = x.every((v) => v === x[0]) ? 0 : xy / xx;
  return { slope, intercept: my - slope * mx };
}

export function r2(actual: readonly number[], forecast: readonly number[]): number {
  const m = mean(actual);
  const left = actual.reduce((s, a, i) => s + (a - forecast[i]) ** 2, 0);
  const spread = actual.every((a) => a === actual[0]) ? 0 : actual.reduce((s, a) => s + (a - m) ** 2, 0);
  if (left === 0) return 1;
  return spread === 0 ? -Infinity : 1 - left / spread;
}

export function honestForecast(prices: readonly number[], share: number): { levels: Scores; changes: Scores } {
  const s = Math.floor(share * prices.length);
  if (s < 3 || prices.length - s < 2) throw new Error(`${s} to train with, ${prices.length - s} to test`);
  const train = prices.slice(0, s);
  const { slope, intercept } = fitLine(train.slice(0, -1), train.slice(1));
  const present = prices.slice(s, -1);
  const next = prices.slice(s + 1);
  const line = present.map((p) => intercept + slope * p);
  const change = next.map((p, i) => p - present[i]);
  return {
    levels: { persistence: r2(next, present), line: r2(next, line) },
    changes: {
      persistence: r2(
        change,
        present.map(() => 0),
      ),
      line: r2(
        change,
        line.map((p, i) => p - present[i]),
      ),
    },
  };
}

export function bestAction(probabilities: readonly number[], cost: readonly (readonly number[])[]): number {
  const expected = cost.map((row) => row.reduce((s, c, k) => s + c * probabilities[k], 0));
  return expected.indexOf(Math.min(...expected));
}
