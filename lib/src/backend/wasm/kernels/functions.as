// Elementary functions on four numbers at a time, within about one unit in the last place, with the limits of IEEE 754:
// exp(−2000) = 0, exp(89) = ∞, log(0) = −∞, NaN stays NaN. Chapter 5 shows the ideas.
import { EXP, LOG } from "./coefficients";
import { entry, madd, nmadd, splat } from "./simd";

const C: usize = memory.data<f32>([
  -104.0, 89.0, 1.44269504, 12582912.0, 0.693145752, 1.42860677e-6, 1.0, // 0..6: range of exp, 1/ln 2, 1.5·2²³, ln 2 in two parts, 1
  2.0, 1.17549435e-38, 33554432.0, 25.0, 0.707106769, // 7..11: 2, the smallest normal number, 2²⁵ and its logarithm, √½
  Infinity, -Infinity, NaN, // 12..14
]);
@inline function c(i: i32): v128 { return entry(C, i); }

const BITS: usize = memory.data<i32>([127, 0x7fffff, -0x80000000]);
/** What a float32 adds to its exponent; its fraction; its sign. */
@inline function exponentBias(): v128 { return entry(BITS, 0); }
@inline function fractionBits(): v128 { return entry(BITS, 1); }
@inline function signBit(): v128 { return entry(BITS, 2); }

/** eʳ − 1 for |r| ≤ ½ ln 2. */
@inline function expTail(r: v128): v128 {
  const r2 = f32x4.mul(r, r);
  const p = madd(madd(entry(EXP, 4), r2, madd(entry(EXP, 3), r, entry(EXP, 2))), r2, madd(entry(EXP, 1), r, entry(EXP, 0)));
  return madd(r2, p, r);
}

/** x − n ln 2, in two steps of which the first is exact. */
@inline function reduced(x: v128, n: v128): v128 {
  return nmadd(n, c(5), nmadd(n, c(4), x));
}

/** 2ⁿ for whole numbers n from −126 to 127. */
@inline function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, exponentBias()), 23);
}

/** eˣ = 2ⁿ eʳ. 2ⁿ is applied in two halves: one alone could not express the smallest and largest results. */
@inline export function exp4(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, c(0)), c(1)); // in this order of operands a NaN passes
  const t = madd(x, c(2), c(3)); // the sum's low bits are the nearest whole number
  const n = f32x4.sub(t, c(3));
  const r = reduced(x, n);
  const k = i32x4.sub(t, c(3));
  const half = i32x4.shr_s(k, 1);
  const y = f32x4.add(c(6), expTail(r));
  return f32x4.mul(f32x4.mul(y, power2(half)), power2(i32x4.sub(k, half)));
}

/** y with the sign of x. */
@inline function signed(y: v128, x: v128): v128 {
  return v128.or(y, v128.and(x, signBit()));
}

/** log x = k ln 2 + log m with √½ ≤ m < √2, and log m = 2 atanh s for s = (m − 1)/(m + 1). */
@inline export function log4(x: v128): v128 {
  const tiny = f32x4.lt(x, c(8));
  const z = v128.bitselect(f32x4.mul(x, c(9)), x, tiny); // below the normal numbers: scale up first
  const over = i32x4.sub(z, c(11)); // exponent and fraction, counted from √½
  const k = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(over, 23)), v128.and(c(10), tiny));
  const m = i32x4.add(v128.and(over, fractionBits()), c(11));
  const f = f32x4.sub(m, c(6));
  const s = f32x4.div(f, f32x4.add(f, c(7)));
  const s2 = f32x4.mul(s, s);
  const R = madd(madd(entry(LOG, 2), s2, entry(LOG, 1)), s2, entry(LOG, 0));
  const tail = f32x4.sub(f32x4.mul(s, f32x4.sub(f, f32x4.mul(s2, R))), f32x4.mul(k, c(5))); // f − 2s − s³R, less k's low part
  let y = f32x4.add(f32x4.mul(k, c(4)), f32x4.sub(f, tail));
  y = v128.bitselect(y, x, f32x4.lt(x, c(12))); // ∞ and NaN stay
  y = v128.bitselect(c(13), y, f32x4.eq(x, splat(0)));
  return v128.bitselect(c(14), y, f32x4.lt(x, splat(0)));
}

/** log(1 + x): the logarithm of the rounded sum, plus what the rounding lost. */
@inline export function log1p4(x: v128): v128 {
  const u = f32x4.add(c(6), x);
  const lost = f32x4.div(f32x4.sub(x, f32x4.sub(u, c(6))), u);
  const ordinary = v128.and(f32x4.lt(u, c(12)), f32x4.gt(u, splat(0)));
  return f32x4.add(log4(u), v128.and(lost, ordinary));
}

/** −1, 0 or 1; zero and NaN stay as they are. */
@inline export function sign4(x: v128): v128 {
  const ordered = f32x4.gt(f32x4.abs(x), splat(0));
  return v128.bitselect(signed(c(6), x), x, ordered);
}
