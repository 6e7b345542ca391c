/**
 * Steady doubling is a straight line on a base-2 logarithmic axis: the line's slope is doublings a year, and one over it
 * is years a doubling. Every point takes part, so that one odd year cannot decide the answer.
 */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  if (new Set(table.map(([year]) => year)).size < 2) throw new Error("doublingTime: two different years are needed");
  const mean = (v: readonly number[]): number => v.reduce((sum, t) => sum + t, 0) / v.length;
  const year = mean(table.map(([t]) => t));
  const level = mean(table.map(([, value]) => Math.log2(value)));
  const shared = mean(table.map(([t, value]) => (t - year) * (Math.log2(value) - level)));
  const spread = mean(table.map(([t]) => (t - year) ** 2));
  return spread / shared;
}
