// Elementary functions on four numbers at a time, within about one unit in the last place, with the limits of IEEE 754:
// exp(−2000) = 0, exp(89) = ∞, log(0) = −∞, NaN stays NaN. Chapter 5 shows the ideas.
import { ERF, EXP, LOG } from "./coefficients";
import { entry, madd, splat } from "./simd";

const C: usize = memory.data<f32>([
  -104.0, 89.0, 1.44269504, 12582912.0, 0.693145752, 1.42860677e-6, 1.0, // 0..6: range of exp, 1/ln 2, 1.5·2²³, ln 2 in two parts, 1
  10.0, 2.0, 4.0, // 7..9: where tanh is 1 in float32; 2; where erf is 1
  1.17549435e-38, 33554432.0, 25.0, 0.707106769, // 10..13: the smallest normal number, 2²⁵ and its logarithm, √½
  Infinity, -Infinity, NaN, // 14..16
  1.59576912, 0.0713548163, 0.2140644488, 0.707106781, // 17..20: 2√(2/π), 0.044715 of it, three times that, 1/√2
  0.398942280, 0.5, // 21..22: 1/√(2π), ½
]);
@inline function c(i: i32): v128 { return entry(C, i); }

const BITS: usize = memory.data<i32>([127, 0x7fffff, -0x80000000]);
/** What a float32 adds to its exponent; its fraction; its sign. */
@inline function exponentBias(): v128 { return entry(BITS, 0); }
@inline function fractionBits(): v128 { return entry(BITS, 1); }
@inline function signBit(): v128 { return entry(BITS, 2); }

/** eʳ − 1 for |r| ≤ ½ ln 2. */
@inline function expTail(r: v128): v128 {
  let p = madd(entry(EXP, 4), r, entry(EXP, 3));
  p = madd(p, r, entry(EXP, 2));
  p = madd(p, r, entry(EXP, 1));
  p = madd(p, r, entry(EXP, 0));
  return madd(f32x4.mul(r, r), p, r);
}

/** x − n ln 2, in two steps of which the first is exact. */
@inline function reduced(x: v128, n: v128): v128 {
  return f32x4.sub(f32x4.sub(x, f32x4.mul(n, c(4))), f32x4.mul(n, c(5)));
}

/** 2ⁿ for whole numbers n from −126 to 127. */
@inline function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, exponentBias()), 23);
}

/** eˣ = 2ⁿ eʳ. 2ⁿ is applied in two halves: one alone could not express the smallest and largest results. */
@inline export function exp4(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, c(0)), c(1)); // in this order of operands a NaN passes
  const t = f32x4.add(f32x4.mul(x, c(2)), c(3)); // the sum's low bits are the nearest whole number
  const n = f32x4.sub(t, c(3));
  const r = reduced(x, n);
  const k = i32x4.sub(t, c(3));
  const half = i32x4.shr_s(k, 1);
  const y = f32x4.add(c(6), expTail(r));
  return f32x4.mul(f32x4.mul(y, power2(half)), power2(i32x4.sub(k, half)));
}

/** eˣ − 1 for |x| ≤ 60, without cancellation near 0. */
@inline function expMinus1(x: v128): v128 {
  const t = f32x4.add(f32x4.mul(x, c(2)), c(3));
  const r = reduced(x, f32x4.sub(t, c(3)));
  const s = power2(i32x4.sub(t, c(3)));
  return madd(s, expTail(r), f32x4.sub(s, c(6)));
}

/** y with the sign of x. */
@inline function signed(y: v128, x: v128): v128 {
  return v128.or(y, v128.and(x, signBit()));
}

/** tanh x = e/(e + 2) with e = e²ˣ − 1, for |x|; the function is odd. */
@inline export function tanh4(x: v128): v128 {
  const e = expMinus1(f32x4.mul(c(8), f32x4.pmin(f32x4.abs(x), c(7))));
  return signed(f32x4.div(e, f32x4.add(e, c(8))), x);
}

/** 1/(1 + e⁻ˣ), for negative x as eˣ/(1 + eˣ): neither overflows. */
@inline export function sigmoid4(x: v128): v128 {
  const e = exp4(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(e, c(6), f32x4.lt(x, splat(0))), f32x4.add(c(6), e));
}

/** erf |x| = 1 − e^(−tP(t)) with P a polynomial: erfc is close to an exponential. Odd too. */
@inline export function erf4(x: v128): v128 {
  const t = f32x4.pmin(f32x4.abs(x), c(9));
  let p = madd(entry(ERF, 8), t, entry(ERF, 7));
  p = madd(p, t, entry(ERF, 6));
  p = madd(p, t, entry(ERF, 5));
  p = madd(p, t, entry(ERF, 4));
  p = madd(p, t, entry(ERF, 3));
  p = madd(p, t, entry(ERF, 2));
  p = madd(p, t, entry(ERF, 1));
  p = madd(p, t, entry(ERF, 0));
  return signed(f32x4.neg(expMinus1(f32x4.neg(f32x4.mul(t, p)))), x);
}

/** log x = k ln 2 + log m with √½ ≤ m < √2, and log m = 2 atanh s for s = (m − 1)/(m + 1). */
@inline export function log4(x: v128): v128 {
  const tiny = f32x4.lt(x, c(10));
  const z = v128.bitselect(f32x4.mul(x, c(11)), x, tiny); // below the normal numbers: scale up first
  const over = i32x4.sub(z, c(13)); // exponent and fraction, counted from √½
  const k = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(over, 23)), v128.and(c(12), tiny));
  const m = i32x4.add(v128.and(over, fractionBits()), c(13));
  const f = f32x4.sub(m, c(6));
  const s = f32x4.div(f, f32x4.add(f, c(8)));
  const s2 = f32x4.mul(s, s);
  const R = madd(madd(entry(LOG, 2), s2, entry(LOG, 1)), s2, entry(LOG, 0));
  const tail = f32x4.sub(f32x4.mul(s, f32x4.sub(f, f32x4.mul(s2, R))), f32x4.mul(k, c(5))); // f − 2s − s³R, less k's low part
  let y = f32x4.add(f32x4.mul(k, c(4)), f32x4.sub(f, tail));
  y = v128.bitselect(y, x, f32x4.lt(x, c(14))); // ∞ and NaN stay
  y = v128.bitselect(c(15), y, f32x4.eq(x, splat(0)));
  return v128.bitselect(c(16), y, f32x4.lt(x, splat(0)));
}

/** log(1 + x): the logarithm of the rounded sum, plus what the rounding lost. */
@inline export function log1p4(x: v128): v128 {
  const u = f32x4.add(c(6), x);
  const lost = f32x4.div(f32x4.sub(x, f32x4.sub(u, c(6))), u);
  const ordinary = v128.and(f32x4.lt(u, c(14)), f32x4.gt(u, splat(0)));
  return f32x4.add(log4(u), v128.and(lost, ordinary));
}

/** −1, 0 or 1; zero and NaN stay as they are. */
@inline export function sign4(x: v128): v128 {
  const ordered = f32x4.gt(f32x4.abs(x), splat(0));
  return v128.bitselect(signed(c(6), x), x, ordered);
}

/** u = 2√(2/π)(x + 0.044715x³), whose sigmoid is the gate of the tanh form of GELU. */
@inline export function gateOf(x: v128): v128 {
  return f32x4.mul(x, madd(f32x4.mul(x, x), c(18), c(17)));
}

/** du/dx. */
@inline export function gateSlope(x: v128): v128 {
  return madd(f32x4.mul(x, x), c(19), c(17));
}

/** Φ(x) = ½(1 + erf(x/√2)), the share of a normal distribution below x. */
@inline export function normalShare(x: v128): v128 {
  return f32x4.mul(c(22), f32x4.add(c(6), erf4(f32x4.mul(x, c(20)))));
}

/** φ(x) = e^(−x²/2)/√(2π). */
@inline export function normalDensity(x: v128): v128 {
  return f32x4.mul(c(21), exp4(f32x4.neg(f32x4.mul(c(22), f32x4.mul(x, x)))));
}
