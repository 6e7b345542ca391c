/**
 * Prices and changes have the same errors; only the spread that they are compared with differs, and that of prices is
 * huge because they wander. The line sees pairs inside the training part and nothing of later days.
 */
export interface Scores {
  readonly persistence: number;
  readonly line: number;
}

export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  const [mx, my] = [mean(x), mean(y)];
  const spread = sum(x.map((v) => (v - mx) ** 2));
  const slope = spread === 0 ? 0 : sum(x.map((v, i) => (v - mx) * (y[i] - my))) / spread;
  return { slope, intercept: my - slope * mx };
}

export function r2(actual: readonly number[], forecast: readonly number[]): number {
  const m = mean(actual);
  const missed = sum(actual.map((v, i) => (v - forecast[i]) ** 2));
  return missed === 0 ? 1 : 1 - missed / sum(actual.map((v) => (v - m) ** 2));
}

export function honestForecast(prices: readonly number[], share: number): { levels: Scores; changes: Scores } {
  const s = Math.floor(share * prices.length);
  const left = prices.length - s;
  if (s < 3 || left < 2) throw new Error(`honestForecast: ${s} prices to train with, ${left} to test`);
  const { slope, intercept } = fitLine(prices.slice(0, s - 1), prices.slice(1, s));
  const present = prices.slice(s - 1, -1);
  const next = prices.slice(s);
  const line = present.map((price) => intercept + slope * price);
  const change = (later: readonly number[]): number[] => later.map((price, i) => price - present[i]);
  return {
    levels: { persistence: r2(next, present), line: r2(next, line) },
    changes: { persistence: r2(change(next), change(present)), line: r2(change(next), change(line)) },
  };
}

export function bestAction(probabilities: readonly number[], cost: readonly (readonly number[])[]): number {
  const expected = cost.map((row) => sum(row.map((c, k) => c * probabilities[k])));
  return expected.indexOf(Math.min(...expected));
}

const sum = (list: readonly number[]): number => list.reduce((total, v) => total + v, 0);
/** Counted from the first number, so that the mean of equal numbers is that number, and their spread 0. */
const mean = (list: readonly number[]): number => list[0] + sum(list.map((v) => v - list[0])) / list.length;
