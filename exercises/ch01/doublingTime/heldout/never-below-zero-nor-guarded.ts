// misconception: always-positive and no-guard
/** Normal equations with sums; takes the size of the slope, and checks nothing beforehand. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const origin = table.length > 0 ? table[0] : [0, 1];
  const n = table.length;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (const [year, value] of table) {
    const x = year - origin[0];
    const y = Math.log2(value / origin[1]);
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  return Math.abs((n * sxx - sx * sx) / (n * sxy - sx * sy));
}
