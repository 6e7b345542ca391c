// misconception: sample-variance
/** Divides by n − 1 (and says 0 for a single number, where that would be 0 / 0). */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export function push(moments: Moments, x: number): Moments {
  return merge(moments, { n: 1, mean: x, m2: 0 });
}

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  const d = b.mean - a.mean;
  return { n, mean: a.mean + d * (b.n / n), m2: a.m2 + b.m2 + d * d * ((a.n * b.n) / n) };
}

export function variance({ n, m2 }: Moments): number {
  if (n === 0) return Number.NaN;
  if (n === 1) return 0;
  return m2 / (n - 1);
}
