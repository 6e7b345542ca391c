// misconception: none
/** A year that comes twice overwrites its earlier value, so not all rows are used. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const values = new Map(table);
  if (values.size < 2) throw new Error("there must be two different years");
  const years = [...values.keys()];
  const middle = years.reduce((a, b) => a + b, 0) / years.length;
  const reference = values.get(years[0]) ?? 1;
  let up = 0;
  let across = 0;
  values.forEach((value, year) => {
    up += (year - middle) * Math.log2(value / reference);
    across += (year - middle) ** 2;
  });
  return up === 0 ? Infinity : across / up;
}
