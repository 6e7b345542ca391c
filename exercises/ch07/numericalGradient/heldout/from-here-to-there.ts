// misconception: forward-difference
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  const here = f(x);
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const moved = x.slice();
    moved[i] = moved[i] + h;
    slopes.push((f(moved) - here) / h);
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
