// misconception: not-zeroed
/** One running sum for the whole matrix: it is declared once and never set back to 0. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

export function matmul(a: readonly number[], b: readonly number[], sizes: Sizes): number[] {
  const { m, k, n } = sizes;
  const needA = m * k;
  const needB = k * n;
  if (a.length !== needA) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${needA}`);
  if (b.length !== needB) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${needB}`);

  const result: number[] = [];
  let sum = 0;
  let row = 0;
  while (row < m) {
    let col = 0;
    while (col < n) {
      let p = 0;
      while (p < k) {
        sum += a[row * k + p] * b[p * n + col];
        p++;
      }
      result.push(sum);
      col++;
    }
    row++;
  }
  return result;
}

export function flops(sizes: Sizes): number {
  return sizes.m * sizes.n * (sizes.k + sizes.k);
}
