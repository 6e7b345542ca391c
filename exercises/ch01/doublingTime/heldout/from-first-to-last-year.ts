// misconception: ends-only
/** Looks at the earliest and the latest year and at nothing between them. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const sorted = [...table].sort((p, q) => p[0] - q[0]);
  if (sorted.length < 2 || sorted[0][0] === sorted[sorted.length - 1][0]) {
    throw new Error("need at least two different years");
  }
  const [firstYear, firstValue] = sorted[0];
  const [lastYear, lastValue] = sorted[sorted.length - 1];
  const doublings = Math.log2(lastValue / firstValue);
  return doublings === 0 ? Infinity : (lastYear - firstYear) / doublings;
}
