// misconception: merge-without-gap and zero-for-nobody
/** The merged m2 is only the sum of both, and the variance of nothing is 0. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

const make = (n: number, mean: number, m2: number): Moments => ({ n, mean, m2 });

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const k = n + 1;
  const next = mean + (x - mean) / k;
  return make(k, next, m2 + (x - mean) * (x - next));
}

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return make(0, 0, 0);
  return make(n, a.mean + ((b.mean - a.mean) * b.n) / n, a.m2 + b.m2);
}

export function variance({ n, m2 }: Moments): number {
  if (n === 0) return 0;
  return m2 / n;
}
