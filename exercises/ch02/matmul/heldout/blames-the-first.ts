// misconception: none
/** One check for both factors, whose message always speaks of a, even when b is the wrong one. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k || b.length !== k * n) {
    throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  }
  const out: number[] = [];
  for (let at = 0; at < m * n; at++) {
    const j = at % n;
    const i = (at - j) / n;
    let sum = 0;
    for (let p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
    out.push(sum);
  }
  return out;
}

export function flops({ m, k, n }: Sizes): number {
  return 2 * m * k * n;
}
