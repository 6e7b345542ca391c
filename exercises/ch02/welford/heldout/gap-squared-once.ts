// misconception: gap-unweighted
/** Adds the squared distance of the means without the counts. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

const nothing = (m: Moments): boolean => m.n === 0;
const copy = ({ n, mean, m2 }: Moments): Moments => ({ n, mean, m2 });

/** The moments after one more number. */
export function push(moments: Moments, x: number): Moments {
  const n = moments.n + 1;
  const mean = moments.mean + (x - moments.mean) / n;
  return { n, mean, m2: moments.m2 + (x - moments.mean) * (x - mean) };
}

/** The moments of two streams together. */
export function merge(a: Moments, b: Moments): Moments {
  if (nothing(a)) return copy(b);
  if (nothing(b)) return copy(a);
  const n = a.n + b.n;
  const gap = b.mean - a.mean;
  return {
    n,
    mean: a.mean + gap * (b.n / n),
    m2: a.m2 + b.m2 + gap ** 2, // spread within the groups plus spread between them
  };
}

/** The population variance; NaN if nothing was seen. */
export function variance({ n, m2 }: Moments): number {
  return m2 / n;
}
