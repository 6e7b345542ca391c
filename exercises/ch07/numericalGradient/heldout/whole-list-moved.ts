// misconception: all-at-once
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  const up = x.map((v) => v + h);
  const down = x.map((v) => v - h);
  const slope = (f(up) - f(down)) / (2 * h);
  return new Array<number>(x.length).fill(slope);
}

export function relativeError(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error(`a has ${a.length} entries, b has ${b.length}`);
  let apart = 0;
  let sizeA = 0;
  let sizeB = 0;
  for (let i = 0; i < a.length; i++) {
    apart += (a[i] - b[i]) ** 2;
    sizeA += a[i] ** 2;
    sizeB += b[i] ** 2;
  }
  const both = Math.sqrt(sizeA) + Math.sqrt(sizeB);
  return both === 0 ? 0 : Math.sqrt(apart) / both;
}
