// misconception: size-of-the-result
/** Says that a product of m·n entries takes 2 operations each: forgets that every entry is a sum of k terms. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

function entry(a: readonly number[], b: readonly number[], i: number, j: number, k: number, n: number, p = 0): number {
  return p === k ? 0 : a[i * k + p] * b[p * n + j] + entry(a, b, i, j, k, n, p + 1);
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k) {
    throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  }
  if (b.length !== k * n) {
    throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);
  }
  const product: number[] = [];
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) product.push(entry(a, b, i, j, k, n));
  return product;
}

export function flops({ m, n }: Sizes): number {
  return 2 * m * n;
}
