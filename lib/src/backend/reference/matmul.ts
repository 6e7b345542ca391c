/** The product of two matrices, as three loops in an order that reads memory forwards. Chapter 2. */
import type { Floats } from "../backend.ts";

/**
 * c[M, N] = a[M, K] · b[K, N], all row-major, sums in float64. `row` is scratch space for N numbers.
 * The outer loops pick a row of a and one of its numbers; the inner loop adds that multiple of a row of b.
 */
export function multiply(a: Floats, b: Floats, c: Floats, M: number, K: number, N: number, row: Float64Array): void {
  for (let i = 0; i < M; i++) {
    row.fill(0);
    for (let k = 0; k < K; k++) {
      const s = a[i * K + k];
      const start = k * N;
      for (let j = 0; j < N; j++) row[j] += s * b[start + j];
    }
    c.set(row, i * N);
  }
}
