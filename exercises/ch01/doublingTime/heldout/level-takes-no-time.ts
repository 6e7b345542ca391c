// misconception: none
/** A level line gives 0, as if the value doubled at once. */
function slopeOf(points: { x: number; y: number }[]): number {
  const cx = points.reduce((s, p) => s + p.x, 0) / points.length;
  return points.reduce((s, p) => s + (p.x - cx) * p.y, 0) / points.reduce((s, p) => s + (p.x - cx) ** 2, 0);
}

export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  if (!table.some(([year]) => year !== table[0][0])) throw new Error("fewer than two different years");
  const slope = slopeOf(table.map(([x, value]) => ({ x, y: Math.log2(value / table[0][1]) })));
  return slope ? 1 / slope : 0;
}
