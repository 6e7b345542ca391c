// misconception: nan-agrees
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
  if (a.length !== b.length) throw new Error(`cannot compare ${a.length} with ${b.length} entries`);
  const top = Math.hypot(...a.map((e, i) => e - b[i]));
  const bottom = Math.hypot(...a) + Math.hypot(...b);
  return top / bottom || 0;
}
