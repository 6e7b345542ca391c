// Sums and maxima. Sums are kept in float32 for a stretch and in float64 over stretches, always in the same order.
import { bytes, lanesMax, splat } from "./simd";

const STRETCH: i32 = 128; // neighbours, sixteen sums side by side
const ROWS: i32 = 64; // rows, one sum for each column

/** The sum of n neighbours. */
@inline export function sumOf(x: usize, n: i32): f64 {
  let t0 = f64x2.splat(0), t1 = t0;
  while (n >= 16) {
    const m = min(n & ~15, STRETCH);
    let s0 = splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (let j = 0; j < m; j += 16, x += 64) {
      s0 = f32x4.add(s0, v128.load(x));
      s1 = f32x4.add(s1, v128.load(x, 16));
      s2 = f32x4.add(s2, v128.load(x, 32));
      s3 = f32x4.add(s3, v128.load(x, 48));
    }
    s0 = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
    t0 = f64x2.add(t0, f64x2.promote_low_f32x4(s0));
    t1 = f64x2.add(t1, f64x2.promote_low_f32x4(v128.shuffle<f32>(s0, s0, 2, 3, 2, 3)));
    n -= m;
  }
  t0 = f64x2.add(t0, t1);
  let total = f64x2.extract_lane(t0, 0) + f64x2.extract_lane(t0, 1);
  for (; n > 0; n--, x += 4) total += <f64>load<f32>(x);
  return total;
}

/** o[j] = Σᵢ x[i, j]. `scratch` holds 12 bytes for each of at most 8,192 columns. */
export function sumRows(x: usize, o: usize, M: i32, N: i32, scratch: usize): void {
  for (let from = 0; from < N; from += 8192) sumRowsPart(x + bytes(from), o + bytes(from), M, min(8192, N - from), N, scratch);
}

function sumRowsPart(x: usize, o: usize, M: i32, n: i32, N: i32, scratch: usize): void {
  const part = scratch, total = scratch + 32768, r = bytes(N);
  const once = M <= ROWS;
  if (M == 0) memory.fill(o, 0, bytes(n));
  if (!once) memory.fill(total, 0, <usize>n << 3);
  for (let start = 0; start < M; start += ROWS) {
    const end = min(M, start + ROWS);
    const sum = once ? o : part;
    memory.fill(sum, 0, bytes(n));
    let i = start;
    for (; i + 8 <= end; i += 8, x += r << 3) {
      const y = x + (r << 2);
      let j: usize = 0;
      for (const last = bytes(n & ~3); j < last; j += 16) v128.store(sum + j, f32x4.add(f32x4.add(v128.load(sum + j), fourRows(x + j, r)), fourRows(y + j, r)));
      for (; j < bytes(n); j += 4) store<f32>(sum + j, load<f32>(sum + j) + fourNumbers(x + j, r) + fourNumbers(y + j, r));
    }
    for (; i + 4 <= end; i += 4, x += r << 2) {
      let j: usize = 0;
      for (const last = bytes(n & ~3); j < last; j += 16) v128.store(sum + j, f32x4.add(v128.load(sum + j), fourRows(x + j, r)));
      for (; j < bytes(n); j += 4) store<f32>(sum + j, load<f32>(sum + j) + fourNumbers(x + j, r));
    }
    for (; i < end; i++, x += r) {
      let p = x, q = sum, j = 0;
      for (; j + 4 <= n; j += 4, p += 16, q += 16) v128.store(q, f32x4.add(v128.load(q), v128.load(p)));
      for (; j < n; j++, p += 4, q += 4) store<f32>(q, load<f32>(q) + load<f32>(p));
    }
    if (!once) for (let j = 0; j < n; j++) store<f64>(total + (<usize>j << 3), load<f64>(total + (<usize>j << 3)) + <f64>load<f32>(part + bytes(j)));
  }
  if (!once) for (let j = 0; j < n; j++) store<f32>(o + bytes(j), <f32>load<f64>(total + (<usize>j << 3)));
}

@inline function fourRows(p: usize, r: usize): v128 {
  return f32x4.add(f32x4.add(v128.load(p), v128.load(p + r)), f32x4.add(v128.load(p + 2 * r), v128.load(p + 3 * r)));
}
@inline function fourNumbers(p: usize, r: usize): f32 {
  return load<f32>(p) + load<f32>(p + r) + (load<f32>(p + 2 * r) + load<f32>(p + 3 * r));
}

/** x [outer, n, inner] → o [outer, inner]. */
export function reduce_sum(x: usize, o: usize, outer: i32, n: i32, inner: i32, scratch: usize): void {
  if (inner == 1) for (let i = 0; i < outer; i++, x += bytes(n), o += 4) store<f32>(o, <f32>sumOf(x, n));
  else for (let i = 0; i < outer; i++, x += bytes(n * inner), o += bytes(inner)) sumRows(x, o, n, inner, scratch);
}

/** The maximum of n neighbours; NaN wins. */
function maxOf(x: usize, n: i32): f32 {
  let m0 = splat(-Infinity), m1 = m0, j = 0;
  for (; j + 8 <= n; j += 8, x += 32) {
    m0 = f32x4.max(m0, v128.load(x));
    m1 = f32x4.max(m1, v128.load(x, 16));
  }
  let m = lanesMax(f32x4.max(m0, m1));
  for (; j < n; j++, x += 4) m = max(m, load<f32>(x));
  return m;
}

export function reduce_max(x: usize, o: usize, outer: i32, n: i32, inner: i32, scratch: usize): void {
  if (inner == 1) {
    for (let i = 0; i < outer; i++, x += bytes(n), o += 4) store<f32>(o, maxOf(x, n));
    return;
  }
  for (let i = 0; i < outer; i++, o += bytes(inner)) {
    for (let j = 0; j < inner; j++) store<f32>(o + bytes(j), -Infinity);
    for (let k = 0; k < n; k++, x += bytes(inner)) {
      let j = 0;
      for (; j + 4 <= inner; j += 4) v128.store(o + bytes(j), f32x4.max(v128.load(o + bytes(j)), v128.load(x + bytes(j))));
      for (; j < inner; j++) store<f32>(o + bytes(j), max(load<f32>(o + bytes(j)), load<f32>(x + bytes(j))));
    }
  }
}
