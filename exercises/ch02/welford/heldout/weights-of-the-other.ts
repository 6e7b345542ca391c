// misconception: weights-swapped
/** Weighs the mean of a by the count of b, and the other way round. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const total = n + 1;
  const delta = x - mean;
  const moved = mean + delta / total;
  return { n: total, mean: moved, m2: m2 + delta * (x - moved) };
}

export function merge(a: Moments, b: Moments): Moments {
  if (b.n === 0) return { n: a.n, mean: a.mean, m2: a.m2 };
  if (a.n === 0) return { n: b.n, mean: b.mean, m2: b.m2 };
  const n = a.n + b.n;
  const wa = b.n / n;
  const wb = a.n / n;
  const gap = b.mean - a.mean;
  return { n, mean: wa * a.mean + wb * b.mean, m2: a.m2 + b.m2 + n * wa * wb * gap ** 2 };
}

export function variance({ n, m2 }: Moments): number {
  return n ? m2 / n : Number.NaN;
}
