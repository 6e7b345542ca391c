// Matrix products. The work is done on tiles of up to 6 rows by 8 columns held in registers. Blocks of a and panels of 8 columns of b are packed first, so that a tile reads both without gaps and
// in place of any strides. Each element of the result is a sum over k in order, in stretches of at most 256: its bits
// depend on nothing but numbers and shapes.
import { bytes, lanesSum, madd, splat } from "./simd";
import { fiveTile, fourTile, sixTile, tileInPlace } from "./tiles";

const DEPTH: i32 = 256; // a panel of b stays in the first cache
const PANEL: usize = 32 * <usize>DEPTH; // bytes
const HEIGHT: i32 = 256; // a block of a stays in the second; of full depth
const TALL: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 5; // rows of a packed tile; the rest goes by 4

@inline function tallTile(K: i32, a: usize, b: usize, bk: usize, c: usize, row: usize): void {
  if (TALL == 6) sixTile(K, a, b, bk, c, row);
  else fiveTile(K, a, b, bk, c, row);
}

/** A tile that was computed aside goes to its place: the part that belongs to the result is copied or added. */
function place(aside: usize, c: usize, row: usize, rows: i32, columns: i32, adding: bool): void {
  for (let i = 0; i < rows; i++, c += row, aside += 32) {
    if (columns == 8 && adding) {
      v128.store(c, f32x4.add(v128.load(c), v128.load(aside)));
      v128.store(c, f32x4.add(v128.load(c, 16), v128.load(aside, 16)), 16);
    } else for (let j = 0; j < columns; j++) store<f32>(c + bytes(j), adding ? load<f32>(c + bytes(j)) + load<f32>(aside + bytes(j)) : load<f32>(aside + bytes(j)));
  }
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

/** Two panels at once: together they are as wide as a line of the cache. */
function packTwo(K: i32, b: usize, bk: usize, o: usize): void {
  for (let k = 0; k < K; k++, b += bk, o += 32) {
    v128.store(o, v128.load(b));
    v128.store(o, v128.load(b, 16), 16);
    v128.store(o + PANEL, v128.load(b, 32));
    v128.store(o + PANEL, v128.load(b, 48), 16);
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

/** How many tall groups of rows come first; groups of 4 follow, the last of which may be incomplete. */
function tallIn(rows: i32): i32 {
  const short = rows % TALL;
  if (TALL == 5) return max(0, (rows - (5 - short) % 5 * 4) / 5);
  const fours = short == 0 ? 0 : short < 3 ? 2 : short < 5 ? 1 : 3;
  return max(0, (rows + (rows & 1) - 4 * fours) / 6);
}

/** A block of a in groups of rows, each [K, TALL] or [K, 4]. */
function packRows(K: i32, rows: i32, a: usize, am: usize, ak: usize, o: usize): void {
  let i = 0;
  const tall = tallIn(rows) * TALL;
  if (am == 4) for (; i < tall; i += TALL, a += bytes(TALL)) for (let k = 0, p = a; k < K; k++, p += ak, o += bytes(TALL)) { // neighbours stay neighbours
    v128.store(o, v128.load(p));
    if (TALL == 6) store<i64>(o, load<i64>(p, 16), 16);
    else store<f32>(o, load<f32>(p, 16), 16);
  }
  for (; i < tall; i += TALL, o += bytes(K * TALL)) {
    packFour(K, a, a + am, a + 2 * am, a + 3 * am, am, ak, o, bytes(TALL));
    a += am << 2;
    if (TALL == 6) packPair(K, a, a + am, ak, o + 16, 24);
    else packOne(K, a, ak, o + 16, 20);
    a += am * (TALL - 4);
  }
  for (; i < rows; i += 4, o += <usize>K * 16, a += am << 2) {
    const p1 = i + 1 < rows ? a + am : a, p2 = i + 2 < rows ? p1 + am : a, p3 = i + 3 < rows ? p2 + am : a;
    packFour(K, a, p1, p2, p3, am, ak, o, 16);
  }
}

/** Two rows side by side: number k of each goes to o + k · step. */
@inline function packPair(K: i32, p: usize, p1: usize, ak: usize, o: usize, step: usize): void {
  let k = 0;
  if (ak == 4) for (; k + 4 <= K; k += 4, p += 16, p1 += 16, o += step << 2) {
    const x = v128.load(p), y = v128.load(p1), t = v128.shuffle<f32>(x, y, 0, 4, 1, 5), u = v128.shuffle<f32>(x, y, 2, 6, 3, 7);
    v128.store64_lane(o, t, 0);
    v128.store64_lane(o + step, t, 1);
    v128.store64_lane(o + 2 * step, u, 0);
    v128.store64_lane(o + 3 * step, u, 1);
  }
  for (; k < K; k++, p += ak, p1 += ak, o += step) {
    store<f32>(o, load<f32>(p));
    store<f32>(o, load<f32>(p1), 4);
  }
}

@inline function packOne(K: i32, p: usize, ak: usize, o: usize, step: usize): void {
  let k = 0;
  if (ak == 4) for (; k + 4 <= K; k += 4, p += 16, o += step << 2) {
    store<f32>(o, load<f32>(p));
    store<f32>(o + step, load<f32>(p, 4));
    store<f32>(o + 2 * step, load<f32>(p, 8));
    store<f32>(o + 3 * step, load<f32>(p, 12));
  }
  for (; k < K; k++, p += ak, o += step) store<f32>(o, load<f32>(p));
}

/** Four rows side by side: number k of each goes to o + k · step. */
@inline function packFour(K: i32, p0: usize, p1: usize, p2: usize, p3: usize, am: usize, ak: usize, o: usize, step: usize): void {
  let k = 0;
  if (am == 4) for (; k < K; k++, p0 += ak, o += step) v128.store(o, v128.load(p0));
  else if (ak == 4) for (; k + 4 <= K; k += 4, p0 += 16, p1 += 16, p2 += 16, p3 += 16, o += 4 * step) {
    const x0 = v128.load(p0), x1 = v128.load(p1), x2 = v128.load(p2), x3 = v128.load(p3);
    const t0 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5);
    const t2 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7), t3 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7);
    v128.store(o, v128.shuffle<f32>(t0, t1, 0, 1, 4, 5));
    v128.store(o + step, v128.shuffle<f32>(t0, t1, 2, 3, 6, 7));
    v128.store(o + 2 * step, v128.shuffle<f32>(t2, t3, 0, 1, 4, 5));
    v128.store(o + 3 * step, v128.shuffle<f32>(t2, t3, 2, 3, 6, 7));
  }
  for (; k < K; k++, p0 += ak, p1 += ak, p2 += ak, p3 += ak, o += step) {
    store<f32>(o, load<f32>(p0));
    store<f32>(o, load<f32>(p1), 4);
    store<f32>(o, load<f32>(p2), 8);
    store<f32>(o, load<f32>(p3), 12);
  }
}

/** c [M, N], without gaps, = a [M, K] · b [K, N], both with strides in floats. `scratch`: 290 KB. */
export function matmul(M: i32, N: i32, K: i32, a: usize, am: i32, ak: i32, b: usize, bk: i32, bn: i32, c: usize, scratch: usize): void {
  if (M == 1) return rowTimes(N, K, a, ak, b, bk, bn, c);
  if (N == 1) return rowTimes(M, K, b, bk, a, ak, am, c);
  if (K == 0) memory.fill(c, 0, bytes(M * N));
  const height = HEIGHT * DEPTH / max(32, min(DEPTH, K)); // a block of a fills its room
  const AM = bytes(am), AK = bytes(ak), BK = bytes(bk), BN = bytes(bn), row = bytes(N), block = scratch + 2 * PANEL + 256;
  for (let k = 0; k < K; k += DEPTH) for (let i = 0; i < M; i += height) {
    const depth = min(DEPTH, K - k), rows = min(height, M - i);
    const p = a + <usize>i * AM + <usize>k * AK, q = b + <usize>k * BK, r = c + <usize>i * row;
    if (N > 16) {
      packRows(depth, rows, p, AM, AK, block);
      packedStrip(rows, N, depth, block, q, BK, BN, r, row, k > 0, scratch);
    } else strip(rows, N, depth, p, AM, AK, q, BK, BN, r, row, k > 0, scratch);
  }
}

/** Some rows of c from a packed block of a. */
function packedStrip(M: i32, N: i32, K: i32, block: usize, b: usize, BK: usize, BN: usize, c: usize, row: usize, adding: bool, scratch: usize): void {
  const aside = scratch + 2 * PANEL, tall = tallIn(M), rest = M - tall * TALL;
  for (let j = 0; j < N; j += 8) {
    const columns = min(8, N - j);
    let panel = b + <usize>j * BN, down = BK;
    if (columns < 8 || BN != 4 || M > 8) {
      const second = BN == 4 && (j & 8) != 0 && columns == 8;
      if (BN == 4 && N - j >= 16 && (j & 8) == 0) packTwo(K, panel, BK, scratch);
      else if (!second) pack(K, panel, BK, BN, columns, scratch);
      panel = second ? scratch + PANEL : scratch;
      down = 32;
    }
    let p = block, q = c + bytes(j);
    for (let i = 0; i < tall; i++, p += bytes(K * TALL), q += <usize>TALL * row) {
      if (columns == 8 && !adding) tallTile(K, p, panel, down, q, row);
      else {
        tallTile(K, p, panel, down, aside, 32);
        place(aside, q, row, TALL, columns, adding);
      }
    }
    for (let i = 0; i < rest; i += 4, p += <usize>K * 16, q += row << 2) {
      const rows = min(4, rest - i);
      if (columns == 8 && rows == 4 && !adding) fourTile(K, p, panel, down, q, row);
      else {
        fourTile(K, p, panel, down, aside, 32);
        place(aside, q, row, rows, columns, adding);
      }
    }
  }
}

/** The same with a in place: packing it for few columns would take longer than reading it. */
function strip(M: i32, N: i32, K: i32, a: usize, AM: usize, AK: usize, b: usize, BK: usize, BN: usize, c: usize, row: usize, adding: bool, scratch: usize): void {
  const aside = scratch + <usize>DEPTH * 32;
  for (let j = 0; j < N; j += 8) {
    const columns = min(8, N - j);
    let panel = b + <usize>j * BN, down = BK;
    if (columns < 8 || BN != 4 || M > 8) {
      pack(K, panel, BK, BN, columns, scratch);
      panel = scratch;
      down = 32;
    }
    let p = a, q = c + bytes(j);
    for (let i = 0; i < M; i += 4, p += AM << 2, q += row << 2) {
      const rows = min(4, M - i);
      const p1 = rows > 1 ? p + AM : p, p2 = rows > 2 ? p1 + AM : p, p3 = rows > 3 ? p2 + AM : p;
      if (columns == 8 && rows == 4 && !adding) tileInPlace(K, p, p1, p2, p3, AK, panel, down, q, row);
      else {
        tileInPlace(K, p, p1, p2, p3, AK, panel, down, aside, 32);
        place(aside, q, row, rows, columns, adding);
      }
    }
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
