// misconception: right-factor-transposed
/** Reads b as if it were stored [n, k]: walks along "row j" of b instead of down column j. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, xi, i) => sum + xi * y[i], 0);

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  if (b.length !== k * n) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);
  return Array.from({ length: m * n }, (_, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    return dot(a.slice(i * k, (i + 1) * k), b.slice(j * k, (j + 1) * k));
  });
}

export function flops({ m, k, n }: Sizes): number {
  return 2 * m * k * n;
}
