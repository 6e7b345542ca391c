// misconception: old-deviation-twice
/** `push` adds the square of the deviation from the mean before x. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const count = n + 1;
  const deviation = x - mean;
  return { n: count, mean: mean + deviation / count, m2: m2 + deviation ** 2 };
}

export function merge(a: Moments, b: Moments): Moments {
  if (a.n === 0) return { ...b };
  if (b.n === 0) return { ...a };
  const n = a.n + b.n;
  const gap = b.mean - a.mean;
  return {
    n,
    mean: a.mean + (gap * b.n) / n,
    m2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n,
  };
}

export function variance({ n, m2 }: Moments): number {
  return n > 0 ? m2 / n : Number.NaN;
}
