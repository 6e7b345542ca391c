// Tiles of products of matrices, held in registers: 5 (or 4) rows by 8 columns, 10 sums, 7 loads and 10 products a step.
// A tile only stores: with a choice between storing and adding at its end, Node 20 and 22 keep sums in memory.
import { madd, splat } from "./simd";

/** c [4, 8] = Σₖ a[·, k] b[k, ·]. Rows of a begin at p0 … p3 and step by `ak` bytes, rows of b by `bk`. */
export function tileInPlace(K: i32, p0: usize, p1: usize, p2: usize, p3: usize, ak: usize, b: usize, bk: usize, c: usize, row: usize): void {
  let s00 = splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  for (let k = 0; k < K; k++) {
    const y0 = v128.load(b), y1 = v128.load(b, 16);
    let x = v128.load32_splat(p0);
    s00 = madd(x, y0, s00);
    s01 = madd(x, y1, s01);
    x = v128.load32_splat(p1);
    s10 = madd(x, y0, s10);
    s11 = madd(x, y1, s11);
    x = v128.load32_splat(p2);
    s20 = madd(x, y0, s20);
    s21 = madd(x, y1, s21);
    x = v128.load32_splat(p3);
    s30 = madd(x, y0, s30);
    s31 = madd(x, y1, s31);
    p0 += ak;
    p1 += ak;
    p2 += ak;
    p3 += ak;
    b += bk;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c + row, s10);
  v128.store(c + row, s11, 16);
  v128.store(c + 2 * row, s20);
  v128.store(c + 2 * row, s21, 16);
  v128.store(c + 3 * row, s30);
  v128.store(c + 3 * row, s31, 16);
}

/** The same for 5 rows of a packed block: [K, 5]. */
export function fiveTile(K: i32, a: usize, b: usize, bk: usize, c: usize, row: usize): void {
  let s00 = splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00, s40 = s00, s41 = s00;
  for (let k = 0; k < K; k++) {
    const y0 = v128.load(b), y1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = madd(x, y0, s00);
    s01 = madd(x, y1, s01);
    x = v128.load32_splat(a, 4);
    s10 = madd(x, y0, s10);
    s11 = madd(x, y1, s11);
    x = v128.load32_splat(a, 8);
    s20 = madd(x, y0, s20);
    s21 = madd(x, y1, s21);
    x = v128.load32_splat(a, 12);
    s30 = madd(x, y0, s30);
    s31 = madd(x, y1, s31);
    x = v128.load32_splat(a, 16);
    s40 = madd(x, y0, s40);
    s41 = madd(x, y1, s41);
    a += 20;
    b += bk;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c + row, s10);
  v128.store(c + row, s11, 16);
  v128.store(c + 2 * row, s20);
  v128.store(c + 2 * row, s21, 16);
  v128.store(c + 3 * row, s30);
  v128.store(c + 3 * row, s31, 16);
  v128.store(c + 4 * row, s40);
  v128.store(c + 4 * row, s41, 16);
}

/** The same for 6 rows, [K, 6]: with products and sums fused, no register is needed for what is in between. */
export function sixTile(K: i32, a: usize, b: usize, bk: usize, c: usize, row: usize): void {
  let s00 = splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
  for (const end = a + <usize>K * 24; a < end; a += 24, b += bk) {
    const y0 = v128.load(b), y1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = madd(x, y0, s00);
    s01 = madd(x, y1, s01);
    x = v128.load32_splat(a, 4);
    s10 = madd(x, y0, s10);
    s11 = madd(x, y1, s11);
    x = v128.load32_splat(a, 8);
    s20 = madd(x, y0, s20);
    s21 = madd(x, y1, s21);
    x = v128.load32_splat(a, 12);
    s30 = madd(x, y0, s30);
    s31 = madd(x, y1, s31);
    x = v128.load32_splat(a, 16);
    s40 = madd(x, y0, s40);
    s41 = madd(x, y1, s41);
    x = v128.load32_splat(a, 20);
    s50 = madd(x, y0, s50);
    s51 = madd(x, y1, s51);
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c + row, s10);
  v128.store(c + row, s11, 16);
  v128.store(c + 2 * row, s20);
  v128.store(c + 2 * row, s21, 16);
  v128.store(c + 3 * row, s30);
  v128.store(c + 3 * row, s31, 16);
  v128.store(c + 4 * row, s40);
  v128.store(c + 4 * row, s41, 16);
  v128.store(c + 5 * row, s50);
  v128.store(c + 5 * row, s51, 16);
}

/** The same for 4 rows of a packed block: [K, 4]. */
export function fourTile(K: i32, a: usize, b: usize, bk: usize, c: usize, row: usize): void {
  let s00 = splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  for (let k = 0; k < K; k++) {
    const y0 = v128.load(b), y1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = madd(x, y0, s00);
    s01 = madd(x, y1, s01);
    x = v128.load32_splat(a, 4);
    s10 = madd(x, y0, s10);
    s11 = madd(x, y1, s11);
    x = v128.load32_splat(a, 8);
    s20 = madd(x, y0, s20);
    s21 = madd(x, y1, s21);
    x = v128.load32_splat(a, 12);
    s30 = madd(x, y0, s30);
    s31 = madd(x, y1, s31);
    a += 16;
    b += bk;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c + row, s10);
  v128.store(c + row, s11, 16);
  v128.store(c + 2 * row, s20);
  v128.store(c + 2 * row, s21, 16);
  v128.store(c + 3 * row, s30);
  v128.store(c + 3 * row, s31, 16);
}
