// misconception: always-positive
/** Takes the size of the slope. */
class Line {
  private readonly points: readonly (readonly [number, number])[];
  constructor(points: readonly (readonly [number, number])[]) {
    this.points = points;
  }
  private average(f: (x: number, y: number) => number): number {
    return this.points.reduce((s, [x, y]) => s + f(x, y), 0) / this.points.length;
  }
  get slope(): number {
    const mx = this.average((x) => x);
    const my = this.average((_, y) => y);
    return this.average((x, y) => (x - mx) * (y - my)) / this.average((x) => (x - mx) ** 2);
  }
}

/** Years in which a value doubles, from a table of [year, value]; negative if it halves, Infinity if it stays. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  const different = new Set(table.map((row) => row[0]));
  if (different.size < 2) throw new Error(`${different.size} different years are too few`);
  if (new Set(table.map((row) => row[1])).size === 1) return Infinity; // level, exactly
  const { slope } = new Line(table.map(([year, value]) => [year, Math.log2(value)]));
  return 1 / Math.abs(slope); // a time is never negative
}
