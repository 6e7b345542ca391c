/**
 * The three sizes say everything: row i of a starts at i·k, row p of b at p·n. With the loops in the order i, p, j the
 * inner one walks along rows of b and of the result, which is also why it is the fast order.
 */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  if (b.length !== k * n) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);
  const c = new Array<number>(m * n).fill(0);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      for (let j = 0; j < n; j++) c[i * n + j] += a[i * k + p] * b[p * n + j];
    }
  }
  return c;
}

export function flops({ m, k, n }: Sizes): number {
  return 2 * m * k * n;
}
