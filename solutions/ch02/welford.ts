/**
 * Welford's step corrects the mean first and then adds the product of the two deviations, before and after the
 * correction: no large square is ever subtracted from another. Merging needs one more term, because the two halves
 * spread around two different means.
 */
export interface Moments {
  /** How many numbers were seen. */
  readonly n: number;
  readonly mean: number;
  /** The sum of squared deviations from the mean. */
  readonly m2: number;
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const before = x - mean;
  const next = mean + before / (n + 1);
  return { n: n + 1, mean: next, m2: m2 + before * (x - next) };
}

export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return { ...a };
  const gap = b.mean - a.mean;
  return { n, mean: a.mean + (gap * b.n) / n, m2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n };
}

export function variance({ n, m2 }: Moments): number {
  return m2 / n;
}
