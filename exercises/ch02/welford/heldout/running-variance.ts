// misconception: none
/** Keeps the mean of the squared deviations in m2, in place of their sum. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const d = x - mean;
  const newMean = mean + d / (n + 1);
  return { n: n + 1, mean: newMean, m2: (n * m2 + d * (x - newMean)) / (n + 1) };
}

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  const fa = a.n / n;
  const fb = b.n / n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + fb * d, m2: fa * a.m2 + fb * b.m2 + fa * fb * d * d };
}

export function variance({ n, m2 }: Moments): number {
  return n === 0 ? Number.NaN : m2;
}
