// misconception: none
/** What has to be remembered of a stream of numbers. Nothing seen yet: { n: 0, mean: 0, m2: 0 }. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

/** The moments after one more number. */
export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const count = n + 1;
  const deviation = x - mean;
  const newMean = mean + deviation / count;
  return { n: count, mean: newMean, m2: m2 + (deviation * deviation * n) / count };
}

/** The moments of two streams together. */
export function merge(a: Moments, b: Moments): Moments {
  if (!a.mean) return { ...b };
  if (!b.mean) return { ...a };
  const n = a.n + b.n;
  const d = a.mean - b.mean;
  const mean = b.mean + d * (a.n / n);
  const m2 = a.m2 + b.m2 + ((d * a.n) / n) * d * b.n;
  return { n, mean, m2 };
}

/** The population variance; NaN if nothing was seen. */
export function variance(moments: Moments): number {
  if (moments.n > 0) return moments.m2 / moments.n;
  return NaN;
}
