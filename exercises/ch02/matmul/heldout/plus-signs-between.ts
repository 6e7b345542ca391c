// misconception: one-addition-less
/** Counts the k − 1 plus signs between the products. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

const dot = (k: number, left: (p: number) => number, right: (p: number) => number): number => {
  let sum = 0;
  for (let p = 0; p < k; p += 1) sum += left(p) * right(p);
  return sum;
};

/** The product of a [m, k] and b [k, n], both flat in row-major order → the m·n numbers of the result, row by row. */
export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  if (a.length !== m * k) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);
  if (b.length !== k * n) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);
  const result: number[] = [];
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j < n; j += 1) {
      result.push(
        dot(
          k,
          (p) => a[i * k + p],
          (p) => b[p * n + j],
        ),
      );
    }
  }
  return result;
}

/** How many floating-point operations the product takes. */
export function flops({ m, k, n }: Sizes): number {
  // k products and the k - 1 plus signs between them
  const perEntry = k === 0 ? 0 : k + (k - 1);
  return m * n * perEntry;
}
