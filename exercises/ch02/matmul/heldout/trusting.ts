// misconception: no-guard
/** Multiplies whatever it is given and does not compare lengths with sizes. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  const out = Array.from({ length: m * n }, () => 0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const scale = a[i * k + p];
      for (let j = 0; j < n; j++) out[i * n + j] += scale * b[p * n + j];
    }
  }
  return out;
}

export function flops({ m, k, n }: Sizes): number {
  let count = 0;
  count += m * n * k; // multiplications
  count += m * n * k; // additions
  return count;
}
