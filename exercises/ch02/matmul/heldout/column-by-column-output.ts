// misconception: result-transposed and only-multiplications
/** Pushes the result column by column, and counts the multiplications alone. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

const range = (count: number): number[] => [...Array(count).keys()];

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  if (b.length !== k * n) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);
  return range(n).flatMap((j) => range(m).map((i) => range(k).reduce((s, p) => s + a[i * k + p] * b[p * n + j], 0)));
}

export function flops({ m, k, n }: Sizes): number {
  return m * k * n;
}
