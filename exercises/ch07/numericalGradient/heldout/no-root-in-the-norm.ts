// misconception: root-forgotten
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  return x.map((_, i) => {
    const up = [...x];
    const down = [...x];
    up[i] += h;
    down[i] -= h;
    return (f(up) - f(down)) / (2 * h);
  });
}

export function relativeError(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error(`lengths ${a.length} and ${b.length}`);
  const norm = (v: readonly number[]): number => v.reduce((sum, e) => sum + e * e, 0);
  const total = norm(a) + norm(b);
  if (total === 0) return 0;
  return norm(a.map((e, i) => e - b[i])) / total;
}
