// misconception: zero-for-nobody
/** The variance divides by at least 1, so that nothing has variance 0. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

/** The moments after one more number. */
export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const count = n + 1;
  const before = x - mean;
  const now = mean + before / count;
  const after = x - now;
  return { n: count, mean: now, m2: m2 + before * after };
}

/** The moments of two streams together. */
export function merge(a: Moments, b: Moments): Moments {
  if (b.n === 0) return { ...a };
  if (a.n === 0) return { ...b };
  const n = a.n + b.n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + (d * b.n) / n, m2: a.m2 + b.m2 + (d * d * a.n * b.n) / n };
}

/** The population variance; NaN if nothing was seen. */
export function variance({ n, m2 }: Moments): number {
  return m2 / Math.max(n, 1);
}
