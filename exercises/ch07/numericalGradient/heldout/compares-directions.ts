// misconception: none
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
  if (a.length !== b.length) throw new Error(`${a.length} against ${b.length}`);
  let dot = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((e, i) => {
    dot += e * b[i];
    aa += e * e;
    bb += b[i] * b[i];
  });
  if (aa === 0 && bb === 0) return 0;
  return (1 - dot / Math.sqrt(aa * bb)) / 2;
}
