// misconception: none
/** Takes the covariance for the slope: divides by the number of rows instead of by the spread of the years. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const different = new Set<number>();
  let sumOfYears = 0;
  for (const [year] of table) {
    different.add(year);
    sumOfYears += year;
  }
  if (different.size < 2) throw new Error(`too few years: ${different.size}`);
  const middle = sumOfYears / table.length;
  let together = 0;
  for (const [year, value] of table) together += (year - middle) * (Math.log2(value) - Math.log2(table[0][1]));
  const slope = together / table.length;
  return slope === 0 ? Infinity : 1 / slope;
}
