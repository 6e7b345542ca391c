// misconception: not-zeroed
/** Keeps a buffer for each size and adds to it again. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** One buffer for each size, so that not every product has to allocate. */
const buffers = new Map<number, Float64Array>();

function check(name: string, has: number, what: string, should: number): void {
  if (has !== should) throw new Error(`matmul: ${name} has ${has} numbers, but ${what} = ${should}`);
}

/** The product of a [m, k] and b [k, n], both flat in row-major order → the m·n numbers of the result, row by row. */
export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  check("a", a.length, "m × k", m * k);
  check("b", b.length, "k × n", k * n);
  let out = buffers.get(m * n);
  if (!out) {
    out = new Float64Array(m * n);
    buffers.set(m * n, out);
  }
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      for (let j = 0; j < n; j++) {
        out[i * n + j] += a[i * k + p] * b[p * n + j];
      }
    }
  }
  return Array.from(out);
}

/** How many floating-point operations the product takes. */
export function flops({ m, k, n }: Sizes): number {
  return 2 * m * k * n;
}
