// misconception: empty-divides-by-zero
/** `merge` divides by 0 where both streams are empty. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

/** The moments after one more number. */
export function push({ n, mean, m2 }: Moments, x: number): Moments {
  return merge({ n, mean, m2 }, { n: 1, mean: x, m2: 0 });
}

/** The moments of two streams together. */
export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  const gap = b.mean - a.mean;
  return {
    n,
    mean: a.mean + (gap * b.n) / n,
    m2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n,
  };
}

/** The population variance; NaN if nothing was seen. */
export function variance({ n, m2 }: Moments): number {
  return n === 0 ? Number.NaN : m2 / n;
}
