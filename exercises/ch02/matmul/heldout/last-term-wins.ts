// misconception: overwrites
/** Writes each product into the entry with `=`, so only the last p is left. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  const complaint =
    a.length !== m * k
      ? `a has ${a.length} numbers, but m × k = ${m * k}`
      : b.length !== k * n
        ? `b has ${b.length} numbers, but k × n = ${k * n}`
        : "";
  if (complaint) throw new Error(`matmul: ${complaint}`);
  const c = new Array<number>(m * n).fill(0);
  for (let p = 0; p < k; p++) {
    for (let i = 0; i < m; i++) {
      const left = a[i * k + p];
      for (let j = 0; j < n; j++) {
        c[i * n + j] = left * b[p * n + j];
      }
    }
  }
  return c;
}

export const flops = ({ m, k, n }: Sizes): number => 2 * m * n * k;
