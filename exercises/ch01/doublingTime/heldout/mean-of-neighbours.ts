// misconception: averages-the-steps
/** Averages the growth rates between one measured year and the next. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const byYear = new Map<number, number[]>();
  for (const [year, value] of table) byYear.set(year, [...(byYear.get(year) ?? []), Math.log2(value)]);
  const points = [...byYear]
    .map(([year, logs]) => ({ year, log: logs.reduce((a, b) => a + b) / logs.length }))
    .sort((p, q) => p.year - q.year);
  if (points.length < 2) throw new Error("doublingTime needs two or more years");
  const rates: number[] = [];
  for (let i = 1; i < points.length; i++) {
    rates.push((points[i].log - points[i - 1].log) / (points[i].year - points[i - 1].year));
  }
  const rate = rates.reduce((a, b) => a + b, 0) / rates.length;
  return rate === 0 ? Infinity : 1 / rate;
}
