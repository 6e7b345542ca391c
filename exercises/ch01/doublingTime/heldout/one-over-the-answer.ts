// misconception: doublings-per-year
/** Returns the slope itself, how often the value doubles in a year. */
type Row = readonly [year: number, value: number];

export function doublingTime(table: readonly Row[]): number {
  if (new Set(table.map(([year]) => year)).size < 2) throw new Error("two different years are needed");
  const centre = table.reduce((sum, [year]) => sum + year, 0) / table.length;
  const base = table[0][1];
  let top = 0;
  let bottom = 0;
  for (const [year, value] of table) {
    top += (year - centre) * Math.log2(value / base);
    bottom += (year - centre) ** 2;
  }
  const slope = top / bottom;
  return slope === 0 ? Number.POSITIVE_INFINITY : slope;
}
