/** The product of two matrices: as three loops to read, and in tiles that stay in registers, to wait less. Chapter 2. */
import type { Floats } from "../backend.ts";

/** Sizes of one product: [M, K] times [K, N]. */
export interface Sizes {
  readonly M: number;
  readonly K: number;
  readonly N: number;
}

/** c[M, N] = a[M, K] · b[K, N], all row-major, sums in float64. Both ways below add in the same order: the bits agree. */
export function multiply(a: Floats, b: Floats, c: Floats, sizes: Sizes): void {
  const { M, K, N } = sizes;
  if (M * K * N < 4096) inLoops(a, b, c, sizes);
  else inTiles(a, b, c, sizes);
}

/** The definition. Each number of c is a row of a times a column of b. */
export function inLoops(a: Floats, b: Floats, c: Floats, { M, K, N }: Sizes): void {
  for (let i = 0; i < M; i++) {
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += a[i * K + k] * b[k * N + j];
      c[i * N + j] = sum;
    }
  }
}

const HEIGHT = 3; // 3 · 4 sums, 4 factors from b: as many as the processor has registers
const WIDTH = 4;

/**
 * The same numbers several times faster: a tile of 3 × 4 sums uses each number that it loads three or four times. Rows of a
 * and columns of b are first copied next to each other, in the order in which the tile reads them, filled up with zeros.
 */
export function inTiles(a: Floats, b: Floats, c: Floats, { M, K, N }: Sizes): void {
  const rows = new Float64Array(HEIGHT * K);
  const columns = new Float64Array(Math.ceil(N / WIDTH) * WIDTH * K);
  for (let j = 0; j < N; j++) {
    const start = (j - (j % WIDTH)) * K + (j % WIDTH);
    for (let k = 0; k < K; k++) columns[start + k * WIDTH] = b[k * N + j];
  }
  const sums = new Float64Array(HEIGHT * WIDTH);
  for (let i = 0; i < M; i += HEIGHT) {
    const height = Math.min(HEIGHT, M - i);
    for (let r = 0; r < height; r++) for (let k = 0; k < K; k++) rows[k * HEIGHT + r] = a[(i + r) * K + k];
    for (let j = 0; j < N; j += WIDTH) {
      tile(rows, columns, j * K, K, sums);
      const width = Math.min(WIDTH, N - j);
      for (let r = 0; r < height; r++) {
        for (let s = 0; s < width; s++) c[(i + r) * N + j + s] = sums[r * WIDTH + s];
      }
    }
  }
}

/** sums[3, 4] = Σ over k of three numbers of `rows` times four of `columns`, from `q` on. */
function tile(rows: Float64Array, columns: Float64Array, q: number, K: number, sums: Float64Array): void {
  let [a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let p = 0; p < HEIGHT * K; p += HEIGHT, q += WIDTH) {
    const w = columns[q];
    const x = columns[q + 1];
    const y = columns[q + 2];
    const z = columns[q + 3];
    const a = rows[p];
    a0 += a * w;
    a1 += a * x;
    a2 += a * y;
    a3 += a * z;
    const b = rows[p + 1];
    b0 += b * w;
    b1 += b * x;
    b2 += b * y;
    b3 += b * z;
    const c = rows[p + 2];
    c0 += c * w;
    c1 += c * x;
    c2 += c * y;
    c3 += c * z;
  }
  sums.set([a0, a1, a2, a3, b0, b1, b2, b3, c0, c1, c2, c3]);
}
