// misconception: empty-divides-by-zero
/** `merge` has no case for two empty streams and divides 0 by 0. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const d = x - mean;
  return { n: n + 1, mean: mean + d / (n + 1), m2: m2 + (d * d * n) / (n + 1) };
}

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  const weight = b.n / n;
  const d = b.mean - a.mean;
  return { n, mean: a.mean + weight * d, m2: a.m2 + b.m2 + a.n * weight * d * d };
}

export function variance({ n, m2 }: Moments): number {
  return m2 / n;
}
