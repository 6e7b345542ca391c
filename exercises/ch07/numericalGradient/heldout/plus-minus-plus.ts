// misconception: put-back-by-arithmetic
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  const point = x as number[];
  const slopes: number[] = [];
  for (let i = 0; i < point.length; i++) {
    point[i] += h;
    const above = f(point);
    point[i] -= 2 * h;
    const below = f(point);
    point[i] += h;
    slopes[i] = (above - below) / (2 * h);
  }
  return slopes;
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
