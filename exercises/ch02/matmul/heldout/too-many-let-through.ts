// misconception: no-guard
/** Complains about too few numbers only. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** The product of a [m, k] and b [k, n], both flat in row-major order → the m·n numbers of the result, row by row. */
export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  // never read past the end
  if (a.length < m * k) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  if (b.length < k * n) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);

  return Array.from({ length: m * n }, (_, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    let sum = 0;
    for (let p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
    return sum;
  });
}

/** How many floating-point operations the product takes. */
export function flops({ m, k, n }: Sizes): number {
  return m * n * (k + k);
}
