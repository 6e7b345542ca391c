// misconception: difference-of-squares
/** Goes back to the sum and the sum of squares, adds the new number, and takes their difference again. */
/** What has to be remembered of a stream of numbers. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
}

interface Sums {
  n: number;
  sum: number;
  squares: number;
}

const toSums = ({ n, mean, m2 }: Moments): Sums => ({ n, sum: n * mean, squares: m2 + n * mean * mean });

function fromSums({ n, sum, squares }: Sums): Moments {
  if (n === 0) return { n: 0, mean: 0, m2: 0 };
  const mean = sum / n;
  return { n, mean, m2: squares - n * mean * mean };
}

export function push(moments: Moments, x: number): Moments {
  const { n, sum, squares } = toSums(moments);
  return fromSums({ n: n + 1, sum: sum + x, squares: squares + x * x });
}

export function merge(a: Moments, b: Moments): Moments {
  const s = toSums(a);
  const t = toSums(b);
  return fromSums({ n: s.n + t.n, sum: s.sum + t.sum, squares: s.squares + t.squares });
}

export function variance({ n, m2 }: Moments): number {
  if (n === 0) return Number.NaN;
  return m2 / n;
}
