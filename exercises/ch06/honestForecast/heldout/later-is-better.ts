// misconception: last-of-equals
/** Replaces the best by an equal one. */
export interface Scores {
  readonly persistence: number;
  readonly line: number;
}

export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  const n = x.length;
  let sx = 0;
  let sy = 0;
  for (let i = 0; i < n; i++) {
    sx += x[i] / n;
    sy += y[i] / n;
  }
  let top = 0;
  let bottom = 0;
  let moved = false;
  for (let i = 0; i < n; i++) {
    if (x[i] !== x[0]) moved = true;
    top += (x[i] - sx) * y[i];
    bottom += (x[i] - sx) * (x[i] - sx);
  }
  const slope = moved ? top / bottom : 0;
  return { slope, intercept: sy - slope * sx };
}

export function r2(actual: readonly number[], forecast: readonly number[]): number {
  let m = 0;
  let same = true;
  for (const a of actual) {
    m += a / actual.length;
    if (a !== actual[0]) same = false;
  }
  let errors = 0;
  let spread = 0;
  for (let i = 0; i < actual.length; i++) {
    errors += (actual[i] - forecast[i]) ** 2;
    spread += (actual[i] - m) ** 2;
  }
  if (errors === 0) return 1;
  if (same) return -Infinity;
  return 1 - errors / spread;
}

export function honestForecast(prices: readonly number[], share: number): { levels: Scores; changes: Scores } {
  const n = prices.length;
  const s = Math.floor(share * n);
  if (s < 3 || n - s < 2) throw new Error(`train ${s}, test ${n - s}`);
  const x: number[] = [];
  const y: number[] = [];
  for (let t = 0; t + 1 < s; t++) {
    x.push(prices[t]);
    y.push(prices[t + 1]);
  }
  const fit = fitLine(x, y);
  const truth: number[] = [];
  const lazy: number[] = [];
  const lined: number[] = [];
  const base: number[] = [];
  for (let t = s; t < n; t++) {
    const before = prices[t - 1];
    truth.push(prices[t]);
    base.push(before);
    lazy.push(before);
    lined.push(fit.intercept + fit.slope * before);
  }
  const change = (list: number[]): number[] => list.map((v, i) => v - base[i]);
  return {
    levels: { persistence: r2(truth, lazy), line: r2(truth, lined) },
    changes: { persistence: r2(change(truth), change(lazy)), line: r2(change(truth), change(lined)) },
  };
}

export function bestAction(probabilities: readonly number[], cost: readonly (readonly number[])[]): number {
  let best = 0;
  let least = Infinity;
  for (let a = 0; a < cost.length; a++) {
    let expected = 0;
    for (let k = 0; k < probabilities.length; k++) expected += probabilities[k] * cost[a][k];
    if (expected <= least) {
      least = expected;
      best = a;
    }
  }
  return best;
}
