// Matrix products. The work is done on tiles of 4 rows by 8 columns held in registers: 8 sums, 6 loads and 8 products a
// step. Panels of 8 columns of b are packed when that pays, blocks of a only where its columns are far apart. Each element
// of the result is a sum over k in order, in stretches of at most 256, so its bits depend on nothing but numbers and shapes.
import { bytes, lanesSum, madd, splat } from "./simd";

const DEPTH: i32 = 256; // a panel of b stays in the first cache
const HEIGHT: i32 = 256; // a block of a stays in the second

/** c [4, 8] = (adding ? c : 0) + Σₖ a[·, k] b[k, ·]. Rows of a begin at p0 … p3 and step by `ak` bytes, rows of b by `bk`. */
@inline function tile(K: i32, p0: usize, p1: usize, p2: usize, p3: usize, ak: usize, b: usize, bk: usize, c: usize, row: usize, adding: bool): void {
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
  put(c, s00, s01, adding);
  put(c + row, s10, s11, adding);
  put(c + 2 * row, s20, s21, adding);
  put(c + 3 * row, s30, s31, adding);
}
@inline function put(c: usize, s0: v128, s1: v128, adding: bool): void {
  v128.store(c, adding ? f32x4.add(v128.load(c), s0) : s0);
  v128.store(c, adding ? f32x4.add(v128.load(c, 16), s1) : s1, 16);
}
function wholeTile(K: i32, p0: usize, p1: usize, p2: usize, p3: usize, ak: usize, b: usize, bk: usize, c: usize, row: usize, adding: bool): void {
  tile(K, p0, p1, p2, p3, ak, b, bk, c, row, adding);
}

/** A tile of which only `rows` by `columns` belong to the result: computed aside, then copied. */
function edgeTile(K: i32, p: usize, am: usize, ak: usize, b: usize, bk: usize, c: usize, row: usize, rows: i32, columns: i32, adding: bool, aside: usize): void {
  const p1 = rows > 1 ? p + am : p, p2 = rows > 2 ? p1 + am : p, p3 = rows > 3 ? p2 + am : p;
  wholeTile(K, p, p1, p2, p3, ak, b, bk, aside, 32, false);
  for (let i = 0; i < rows; i++, c += row, aside += 32)
    for (let j = 0; j < columns; j++) store<f32>(c + bytes(j), adding ? load<f32>(c + bytes(j)) + load<f32>(aside + bytes(j)) : load<f32>(aside + bytes(j)));
}

/** Panel [K, 8] of b without gaps, with zeros beyond `columns`. */
function pack(K: i32, b: usize, bk: usize, bn: usize, columns: i32, o: usize): void {
  if (columns == 8 && bn == 4) {
    for (let k = 0; k < K; k++, b += bk, o += 32) {
      v128.store(o, v128.load(b));
      v128.store(o, v128.load(b, 16), 16);
    }
  } else if (columns == 8 && bk == 4) {
    packTurned(K, b, bn, o);
  } else {
    for (let k = 0; k < K; k++, b += bk, o += 32) {
      v128.store(o, splat(0));
      v128.store(o, splat(0), 16);
      for (let j = 0; j < columns; j++) store<f32>(o + bytes(j), load<f32>(b + <usize>j * bn));
    }
  }
}

/** The same when the columns of b lie contiguous: blocks of 4 by 4 turn in registers. */
function packTurned(K: i32, b: usize, bn: usize, o: usize): void {
  let k = 0;
  for (; k + 4 <= K; k += 4, b += 16, o += 128) {
    turn(b, bn, o);
    turn(b + (bn << 2), bn, o + 16);
  }
  for (; k < K; k++, b += 4, o += 32) for (let j = 0; j < 8; j++) store<f32>(o + bytes(j), load<f32>(b + <usize>j * bn));
}
@inline function turn(p: usize, s: usize, o: usize): void {
  const x0 = v128.load(p), x1 = v128.load(p + s), x2 = v128.load(p + 2 * s), x3 = v128.load(p + 3 * s);
  const t0 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5);
  const t2 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7), t3 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7);
  v128.store(o, v128.shuffle<f32>(t0, t1, 0, 1, 4, 5));
  v128.store(o, v128.shuffle<f32>(t0, t1, 2, 3, 6, 7), 32);
  v128.store(o, v128.shuffle<f32>(t2, t3, 0, 1, 4, 5), 64);
  v128.store(o, v128.shuffle<f32>(t2, t3, 2, 3, 6, 7), 96);
}

/** Rows of a, four at a time: [rows / 4, K, 4]. */
function packRows(K: i32, rows: i32, a: usize, am: usize, ak: usize, o: usize): void {
  for (let i = 0; i < rows; i += 4, a += am << 2) {
    const p1 = i + 1 < rows ? a + am : a, p2 = i + 2 < rows ? p1 + am : a, p3 = i + 3 < rows ? p2 + am : a;
    let at: usize = 0;
    if (am == 4) for (let k = 0; k < K; k++, at += ak, o += 16) v128.store(o, v128.load(a + at));
    else for (let k = 0; k < K; k++, at += ak, o += 16) {
      store<f32>(o, load<f32>(a + at));
      store<f32>(o, load<f32>(p1 + at), 4);
      store<f32>(o, load<f32>(p2 + at), 8);
      store<f32>(o, load<f32>(p3 + at), 12);
    }
  }
}

/** c [M, N], without gaps, = a [M, K] · b [K, N], both with strides in floats. `scratch`: 272 KB. */
export function matmul(M: i32, N: i32, K: i32, a: usize, am: i32, ak: i32, b: usize, bk: i32, bn: i32, c: usize, scratch: usize): void {
  if (M == 1) return rowTimes(N, K, a, ak, b, bk, bn, c);
  if (N == 1) return rowTimes(M, K, b, bk, a, ak, am, c);
  if (K == 0) memory.fill(c, 0, bytes(M * N));
  const AM = bytes(am), AK = bytes(ak), row = bytes(N);
  for (let k = 0; k < K; k += DEPTH) for (let i = 0; i < M; i += HEIGHT) {
    const depth = min(DEPTH, K - k), rows = min(HEIGHT, M - i);
    let p = a + <usize>i * AM + <usize>k * AK, quad = AM << 2, next = AM, step = AK;
    if (ak != 1 && N > 16) {
      packRows(depth, rows, p, AM, AK, scratch + 16384);
      p = scratch + 16384;
      quad = <usize>depth << 4;
      next = 4;
      step = 16;
    }
    strip(rows, N, depth, p, quad, next, step, b + <usize>k * bytes(bk), bytes(bk), bytes(bn), c + <usize>i * row, row, k > 0, scratch);
  }
}

/** Some rows of c from a block of a. `quad`, `next` and `step` lead to the next four rows, the next row and the next k. */
function strip(M: i32, N: i32, K: i32, a: usize, quad: usize, next: usize, step: usize, b: usize, BK: usize, BN: usize, c: usize, row: usize, adding: bool, scratch: usize): void {
  const aside = scratch + <usize>DEPTH * 32;
  for (let j = 0; j < N; j += 8) {
    const columns = min(8, N - j);
    let panel = b + <usize>j * BN, down = BK;
    if (columns < 8 || BN != 4 || M > 8) {
      pack(K, panel, BK, BN, columns, scratch);
      panel = scratch;
      down = 32;
    }
    let p = a, q = c + bytes(j), i = 0;
    if (columns == 8) for (; i + 4 <= M; i += 4, p += quad, q += row << 2) wholeTile(K, p, p + next, p + 2 * next, p + 3 * next, step, panel, down, q, row, adding);
    for (; i < M; i += 4, p += quad, q += row << 2) edgeTile(K, p, next, step, panel, down, q, row, min(4, M - i), columns, adding, aside);
  }
}

/** c [N] = x [K] · b [K, N]. */
function rowTimes(N: i32, K: i32, x: usize, xk: i32, b: usize, bk: i32, bn: i32, c: usize): void {
  const XK = bytes(xk), BK = bytes(bk), BN = bytes(bn);
  let j = 0;
  if (bn == 1) {
    for (; j + 16 <= N; j += 16, b += 64, c += 64) {
      let s0 = splat(0), s1 = s0, s2 = s0, s3 = s0, p = x, q = b;
      for (let k = 0; k < K; k++, p += XK, q += BK) {
        const v = v128.load32_splat(p);
        s0 = madd(v, v128.load(q), s0);
        s1 = madd(v, v128.load(q, 16), s1);
        s2 = madd(v, v128.load(q, 32), s2);
        s3 = madd(v, v128.load(q, 48), s3);
      }
      v128.store(c, s0);
      v128.store(c, s1, 16);
      v128.store(c, s2, 32);
      v128.store(c, s3, 48);
    }
  } else if (bk == 1 && xk == 1) {
    for (; j < N; j++, b += BN, c += 4) store<f32>(c, dot(x, b, K));
    return;
  }
  for (; j < N; j++, b += BN, c += 4) {
    let s: f32 = 0, p = x, q = b;
    for (let k = 0; k < K; k++, p += XK, q += BK) s += load<f32>(p) * load<f32>(q);
    store<f32>(c, s);
  }
}

function dot(x: usize, y: usize, n: i32): f32 {
  let s0 = splat(0), s1 = s0, s2 = s0, s3 = s0, i = 0;
  for (; i + 16 <= n; i += 16, x += 64, y += 64) {
    s0 = madd(v128.load(x), v128.load(y), s0);
    s1 = madd(v128.load(x, 16), v128.load(y, 16), s1);
    s2 = madd(v128.load(x, 32), v128.load(y, 32), s2);
    s3 = madd(v128.load(x, 48), v128.load(y, 48), s3);
  }
  let s = lanesSum(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
  for (; i < n; i++, x += 4, y += 4) s += load<f32>(x) * load<f32>(y);
  return s;
}

/** n0 · n1 products side by side; each operand has its own steps along these two axes. */
export function matmuls(n0: i32, n1: i32, a0: i32, a1: i32, b0: i32, b1: i32, M: i32, N: i32, K: i32, a: usize, am: i32, ak: i32, b: usize, bk: i32, bn: i32, c: usize, scratch: usize): void {
  for (let i = 0; i < n0; i++) for (let j = 0; j < n1; j++, c += bytes(M * N))
    matmul(M, N, K, a + bytes(i * a0 + j * a1), am, ak, b + bytes(i * b0 + j * b1), bk, bn, c, scratch);
}

/** The limit of this machine: `rounds` of 8 independent multiply-adds on vectors, none of which waits for memory. */
export function peak(rounds: i32, o: usize): void {
  const x = v128.load(o), y = v128.load(o, 16);
  let s0 = splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
  for (let i = 0; i < rounds; i++) {
    s0 = madd(x, y, s0);
    s1 = madd(x, y, s1);
    s2 = madd(x, y, s2);
    s3 = madd(x, y, s3);
    s4 = madd(x, y, s4);
    s5 = madd(x, y, s5);
    s6 = madd(x, y, s6);
    s7 = madd(x, y, s7);
  }
  v128.store(o, f32x4.add(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), f32x4.add(f32x4.add(s4, s5), f32x4.add(s6, s7))));
}
