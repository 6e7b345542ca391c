// misconception: new-deviation-twice
/** Updates the mean first and then adds the square of the deviation from the new mean. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export function push(moments: Moments, x: number): Moments {
  let { n, mean, m2 } = moments;
  n += 1;
  mean += (x - mean) / n;
  m2 += (x - mean) * (x - mean);
  return { n, mean, m2 };
}

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  const shareOfB = b.n / n;
  const delta = b.mean - a.mean;
  return { n, mean: a.mean + delta * shareOfB, m2: a.m2 + b.m2 + delta ** 2 * a.n * shareOfB };
}

export const variance = ({ n, m2 }: Moments): number => (n === 0 ? Number.NaN : m2 / n);
