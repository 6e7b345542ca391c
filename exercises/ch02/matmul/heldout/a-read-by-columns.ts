// misconception: left-factor-transposed
/** Takes entry (i, p) of a from `p * m + i`, which is where a column-major matrix keeps it. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  for (const [name, what, list, size] of [
    ["a", "m × k", a, m * k],
    ["b", "k × n", b, k * n],
  ] as const) {
    if (list.length !== size) throw new Error(`matmul: ${name} has ${list.length} numbers, but ${what} = ${size}`);
  }
  const A = (i: number, p: number): number => a[p * m + i];
  const B = (p: number, j: number): number => b[p * n + j];
  const C: number[] = Array(m * n).fill(0);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      for (let p = 0; p < k; p++) C[i * n + j] += A(i, p) * B(p, j);
    }
  }
  return C;
}

export function flops({ m, k, n }: Sizes): number {
  const multiplications = m * k * n;
  const additions = m * k * n;
  return multiplications + additions;
}
