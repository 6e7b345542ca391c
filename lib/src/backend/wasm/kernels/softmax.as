// Softmax, its logarithm and cross-entropy over rows of N numbers, one cache-resident row at a time. NaN spreads over its
// row, as in the composed definitions.
import { exponentialsBelow } from "./exponentials";
import { exp4, log4 } from "./functions";
import { bytes, lanesMax, splat, storeLanes } from "./simd";
import { sumOf } from "./reduce";

@inline function topOf(x: usize, N: i32): f32 {
  let m0 = splat(-Infinity), m1 = m0, j = 0;
  for (; j + 8 <= N; j += 8, x += 32) {
    m0 = f32x4.pmax(m0, v128.load(x));
    m1 = f32x4.pmax(m1, v128.load(x, 16));
  }
  let m = lanesMax(f32x4.pmax(m0, m1));
  for (; j < N; j++, x += 4) m = max(m, load<f32>(x));
  return m;
}

/** o = e^(x − top); returns the sum. A NaN that the search for the top passed over comes back here. */
@inline function powers(x: usize, o: usize, N: i32, top: f32): f32 {
  const even = N & ~3;
  exponentialsBelow(x, o, even, top);
  if (even < N) storeLanes(o + bytes(even), exp4(f32x4.sub(v128.load(x + bytes(even)), splat(top))), N - even);
  return <f32>sumOf(o, N);
}
@inline function exp1(x: f32): f32 { return f32x4.extract_lane(exp4(splat(x)), 0); }
@inline function log1(x: f32): f32 { return f32x4.extract_lane(log4(splat(x)), 0); }

@inline function softmaxRow(x: usize, o: usize, N: i32, top: f32): f32 {
  const sum = powers(x, o, N, top), r: f32 = 1 / sum, s = splat(r);
  let j = 0;
  for (; j + 4 <= N; j += 4, o += 16) v128.store(o, f32x4.mul(v128.load(o), s));
  for (; j < N; j++, o += 4) store<f32>(o, load<f32>(o) * r);
  return sum;
}

export function softmax(x: usize, o: usize, M: i32, N: i32): void {
  for (let i = 0; i < M; i++, x += bytes(N), o += bytes(N)) softmaxRow(x, o, N, topOf(x, N));
}

/** Whether one of n scores is NaN or ∞: added to the −∞ of a mask, it would be NaN. */
function disturbs(x: usize, n: i32): bool {
  const infinite = splat(Infinity);
  let fine = f32x4.eq(infinite, infinite);
  for (; n >= 4; n -= 4, x += 16) fine = v128.and(fine, f32x4.lt(v128.load(x), infinite));
  for (; n > 0; n--, x += 4) fine = v128.and(fine, f32x4.lt(v128.load32_splat(x), infinite));
  return !i32x4.all_true(fine);
}

/** Scores of T queries for S keys each: query t sees the first S − T + t + 1 keys, the others get 0. */
export function causalSoftmax(x: usize, o: usize, M: i32, T: i32, S: i32): void {
  for (let i = 0; i < M; i++, x += bytes(S), o += bytes(S)) {
    const n = S - T + 1 + i % T;
    if (disturbs(x + bytes(n), S - n)) {
      for (let j = 0; j < S; j++) store<f32>(o + bytes(j), NaN);
      continue;
    }
    softmaxRow(x, o, n, topOf(x, n));
    memory.fill(o + bytes(n), 0, bytes(S - n));
  }
}

/** dx = y (g − Σ g y). */
export function softmaxBack(y: usize, g: usize, dx: usize, M: i32, N: i32): void {
  for (let i = 0; i < M; i++) {
    let s0 = splat(0), j = 0, p = y, q = g;
    for (; j + 4 <= N; j += 4, p += 16, q += 16) s0 = f32x4.add(s0, f32x4.mul(v128.load(p), v128.load(q)));
    let s: f32 = f32x4.extract_lane(s0, 0) + f32x4.extract_lane(s0, 1) + (f32x4.extract_lane(s0, 2) + f32x4.extract_lane(s0, 3));
    for (; j < N; j++, p += 4, q += 4) s += load<f32>(p) * load<f32>(q);
    for (j = 0; j + 4 <= N; j += 4, y += 16, g += 16, dx += 16) v128.store(dx, f32x4.mul(v128.load(y), f32x4.sub(v128.load(g), splat(s))));
    for (; j < N; j++, y += 4, g += 4, dx += 4) store<f32>(dx, load<f32>(y) * (load<f32>(g) - s));
  }
}

/** o = (x − top) − log Σ e^(x − top). */
export function logSoftmax(x: usize, o: usize, M: i32, N: i32): void {
  for (let i = 0; i < M; i++) {
    const top = topOf(x, N), rest = log1(powers(x, o, N, top));
    let j = 0;
    for (; j + 4 <= N; j += 4, x += 16, o += 16) v128.store(o, f32x4.sub(f32x4.sub(v128.load(x), splat(top)), splat(rest)));
    for (; j < N; j++, x += 4, o += 4) store<f32>(o, load<f32>(x) - top - rest);
  }
}

/** dx = g − e^y Σ g. */
export function logSoftmaxBack(y: usize, g: usize, dx: usize, M: i32, N: i32): void {
  for (let i = 0; i < M; i++) {
    const s = <f32>sumOf(g, N), v = splat(s);
    let j = 0;
    for (; j + 4 <= N; j += 4, y += 16, g += 16, dx += 16) v128.store(dx, f32x4.sub(v128.load(g), f32x4.mul(exp4(v128.load(y)), v)));
    for (; j < N; j++, y += 4, g += 4, dx += 4) store<f32>(dx, load<f32>(g) - exp1(load<f32>(y)) * s);
  }
}

/** Returns the mean over rows of −log softmax(x)[label]; dx becomes its gradient, (softmax(x) − one-hot)/M. */
export function crossEntropy(x: usize, labels: usize, dx: usize, M: i32, N: i32): f32 {
  let loss: f64 = 0;
  for (let i = 0; i < M; i++, x += bytes(N), dx += bytes(N)) {
    const top = topOf(x, N), at = bytes(load<i32>(labels + bytes(i)));
    const sum = softmaxRow(x, dx, N, top);
    loss += <f64>log1(sum) - (<f64>load<f32>(x + at) - <f64>top);
    store<f32>(dx + at, load<f32>(dx + at) - 1);
    for (let j = 0; j < N; j++) store<f32>(dx + bytes(j), load<f32>(dx + bytes(j)) / <f32>M);
  }
  return <f32>(loss / <f64>M);
}
