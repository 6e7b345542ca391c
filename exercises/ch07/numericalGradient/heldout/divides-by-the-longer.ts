// misconception: larger-length
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
  if (a.length !== b.length) throw new Error(`${a.length} is not ${b.length}`);
  const size = (v: readonly number[]): number => {
    let s = 0;
    for (const e of v) s += e * e;
    return Math.sqrt(s);
  };
  const scale = Math.max(size(a), size(b));
  if (scale === 0) return 0;
  return size(a.map((e, i) => e - b[i])) / scale;
}
