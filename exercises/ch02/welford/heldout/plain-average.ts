// misconception: mean-of-means
/** The merged mean is the average of both means, however many numbers stand behind each. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

const NOTHING: Moments = { n: 0, mean: 0, m2: 0 };

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const before = x - mean;
  const newMean = mean + before / (n + 1);
  const after = x - newMean;
  return { n: n + 1, mean: newMean, m2: m2 + before * after };
}

export function merge(a: Moments, b: Moments): Moments {
  if (a.n === 0 && b.n === 0) return { ...NOTHING };
  if (a.n === 0 || b.n === 0) return a.n === 0 ? { ...b } : { ...a };
  const gap = a.mean - b.mean;
  return {
    n: a.n + b.n,
    mean: a.mean - gap / 2,
    m2: a.m2 + b.m2 + gap * gap * ((a.n * b.n) / (a.n + b.n)),
  };
}

export function variance({ n, m2 }: Moments): number {
  return n === 0 ? Number.NaN : m2 / n;
}
