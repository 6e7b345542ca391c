// misconception: rows-for-years
/** Spreads the rows evenly from the first year to the last. */
function linspace(from: number, to: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));
}

/** Years in which a value doubles, from a table of [year, value]; negative if it halves, Infinity if it stays. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const sorted = [...table].sort(([a], [b]) => a - b);
  const first = sorted[0]?.[0];
  const last = sorted[sorted.length - 1]?.[0];
  if (sorted.length < 2 || first === last) throw new Error("at least two different years are needed");

  if (sorted.every(([, value]) => value === sorted[0][1])) return Infinity;

  const t = linspace(first, last, sorted.length);
  const y = sorted.map(([, value]) => Math.log2(value));
  const tMean = t.reduce((a, b) => a + b) / t.length;
  const yMean = y.reduce((a, b) => a + b) / y.length;
  const cov = t.reduce((s, ti, i) => s + (ti - tMean) * (y[i] - yMean), 0);
  const varT = t.reduce((s, ti) => s + (ti - tMean) ** 2, 0);
  return cov === 0 ? Infinity : varT / cov;
}
