// misconception: difference-of-squares
/** `merge` goes back to sums of squares and subtracts. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

/** The moments after one more number. */
export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const delta = x - mean;
  const newMean = mean + delta / (n + 1);
  return { n: n + 1, mean: newMean, m2: m2 + delta * (x - newMean) };
}

/** The moments of two streams together. */
export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  const sum = a.n * a.mean + b.n * b.mean;
  const mean = sum / n;
  // back to sums of squares: sum of x² = m2 + n · mean²
  const squares = a.m2 + a.n * a.mean ** 2 + (b.m2 + b.n * b.mean ** 2);
  return { n, mean, m2: squares - n * mean ** 2 };
}

/** The population variance; NaN if nothing was seen. */
export function variance({ n, m2 }: Moments): number {
  if (n === 0) return NaN;
  return m2 / n;
}
