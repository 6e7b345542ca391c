// misconception: others-at-zero
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  const slopes: number[] = [];
  for (const [i, value] of x.entries()) {
    const at = (v: number): number[] => Array.from({ length: x.length }, (_, k) => (k === i ? v : 0));
    slopes.push((f(at(value + h)) - f(at(value - h))) / (2 * h));
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
