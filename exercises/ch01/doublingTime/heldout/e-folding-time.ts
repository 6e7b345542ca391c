// misconception: ln-two-omitted
/** Takes the natural logarithm and forgets that a doubling is ln 2 of it. */
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const years = table.map((row) => row[0]);
  if (years.every((y) => y === years[0])) throw new Error("all the years are the same, or there are no years");
  const logs = table.map((row) => Math.log(row[1] / table[0][1]));
  const x = mean(years);
  const y = mean(logs);
  const sxy = years.reduce((s, year, i) => s + (year - x) * (logs[i] - y), 0);
  const sxx = years.reduce((s, year) => s + (year - x) * (year - x), 0);
  if (sxy === 0) return Infinity;
  return sxx / sxy;
}
