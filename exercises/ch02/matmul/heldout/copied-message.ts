// misconception: none
/** The message for a wrong b names a. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** The product of a [m, k] and b [k, n], both flat in row-major order → the m·n numbers of the result, row by row. */
export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k) {
    throw new Error("matmul: a has " + a.length + " numbers, but m × k = " + m * k);
  }
  if (b.length !== k * n) {
    throw new Error("matmul: a has " + b.length + " numbers, but k × n = " + k * n);
  }
  const c = new Array<number>(m * n).fill(0);
  for (let row = 0; row < m; row++) {
    for (let col = 0; col < n; col++) {
      for (let p = 0; p < k; p++) {
        c[row * n + col] += a[row * k + p] * b[p * n + col];
      }
    }
  }
  return c;
}

/** How many floating-point operations the product takes. */
export function flops({ m, k, n }: Sizes): number {
  return m * k * n * 2;
}
