// misconception: averages-the-steps
/** Averages the doublings a year of neighbouring rows. */
/** Years in which a value doubles, from a table of [year, value]; negative if it halves, Infinity if it stays. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  if (new Set(table.map(([year]) => year)).size < 2) throw new Error("need two different years");
  const rows = [...table].sort((a, b) => a[0] - b[0]);
  const rates: number[] = [];
  for (let i = 1; i < rows.length; i++) {
    const years = rows[i][0] - rows[i - 1][0];
    if (years === 0) continue;
    rates.push((Math.log2(rows[i][1]) - Math.log2(rows[i - 1][1])) / years);
  }
  const rate = rates.reduce((s, r) => s + r, 0) / rates.length;
  return rate === 0 ? Number.POSITIVE_INFINITY : 1 / rate;
}
