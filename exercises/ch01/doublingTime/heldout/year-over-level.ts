// misconception: none
/** Fits the year to the level, because years per doubling are wanted. */
/** Years in which a value doubles, from a table of [year, value]; negative if it halves, Infinity if it stays. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const years = table.map((r) => r[0]);
  if (years.every((y) => y === years[0])) throw new Error("years: fewer than two different ones");
  if (table.every((r) => r[1] === table[0][1])) return Infinity;
  const level = table.map((r) => Math.log2(r[1]));
  const n = table.length;
  const meanYear = years.reduce((a, b) => a + b, 0) / n;
  const meanLevel = level.reduce((a, b) => a + b, 0) / n;
  let cross = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
    cross += (level[i] - meanLevel) * (years[i] - meanYear);
    square += (level[i] - meanLevel) ** 2;
  }
  // slope of year over level is already in years per doubling
  if (square === 0) return Infinity;
  return cross / square;
}
