// Functions that bend between two limits: sigmoid, tanh, erf, and the two forms of GELU, both ways. Each is made of the
// exponential of something, block by block: what goes in, the exponentials, what is made of them.
import { ERF } from "./coefficients";
import { BLOCK, exponentials, exponentialsLess1 } from "./exponentials";
import { bytes, entry, madd, splat } from "./simd";

const U: usize = memory.data(1024, 16); // what goes in
const E: usize = memory.data(1024, 16); // its exponential
const F: usize = memory.data(1024, 16); // another one
// 0..3: 1, 2, ½, where tanh is 1; 4..7: where erf is 1, 1/√2, 1/√(2π), −½; 8..10: where erfc is 0 beside 1, x there, a large number
const C: usize = memory.data<f32>([1.0, 2.0, 0.5, 10.0, 4.0, 0.707106781, 0.39894228, -0.5, 5.5, -7.8, 1e30]);
// 2√(2/π), 0.044715 of it, three times that
const GATE: usize = memory.data<f32>([1.59576912, 0.0713548163, 0.2140644488]);
const SIGN: usize = memory.data<i32>([-0x80000000]);

/** y with the sign of x. */
@inline function signed(y: v128, x: v128): v128 {
  return v128.or(y, v128.and(x, entry(SIGN, 0)));
}

/** 1/(1 + e⁻ˣ), for negative x as eˣ/(1 + eˣ): neither overflows. e: e^−|x|. */
@inline function sigmoidOf(e: v128, x: v128): v128 {
  return f32x4.div(v128.bitselect(e, entry(C, 0), f32x4.lt(x, splat(0))), f32x4.add(entry(C, 0), e));
}

@inline function minusSize(x: v128): v128 {
  return v128.or(x, entry(SIGN, 0));
}

export function map_sigmoid(x: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    for (let i: usize = 0; i < size; i += 16) v128.store(U + i, minusSize(v128.load(x + i)));
    exponentials(U, E, m);
    for (let i: usize = 0; i < size; i += 16) v128.store(o + i, sigmoidOf(v128.load(E + i), v128.load(x + i)));
  }
}

/** tanh x = e/(e + 2) with e = e²ˣ − 1, for |x|; the function is odd. */
export function map_tanh(x: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    const two = entry(C, 1), limit = entry(C, 3);
    for (let i: usize = 0; i < size; i += 16) v128.store(U + i, f32x4.mul(two, f32x4.pmin(f32x4.abs(v128.load(x + i)), limit)));
    exponentialsLess1(U, E, m);
    for (let i: usize = 0; i < size; i += 16) {
      const e = v128.load(E + i);
      v128.store(o + i, signed(f32x4.div(e, f32x4.add(e, two)), v128.load(x + i)));
    }
  }
}

/** −t P(t), the logarithm of erfc t, with P a polynomial. */
@inline function logErfc(t: v128): v128 {
  const t2 = f32x4.mul(t, t), t4 = f32x4.mul(t2, t2);
  const a = madd(madd(entry(ERF, 3), t, entry(ERF, 2)), t2, madd(entry(ERF, 1), t, entry(ERF, 0)));
  const b = madd(madd(entry(ERF, 7), t, entry(ERF, 6)), t2, madd(entry(ERF, 5), t, entry(ERF, 4)));
  return f32x4.neg(f32x4.mul(t, madd(madd(entry(ERF, 8), t4, b), t4, a)));
}

/** erf |x| = 1 − erfc |x|. Odd too. */
export function map_erf(x: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    for (let i: usize = 0; i < size; i += 16) v128.store(U + i, logErfc(f32x4.pmin(f32x4.abs(v128.load(x + i)), entry(C, 4))));
    exponentialsLess1(U, E, m);
    for (let i: usize = 0; i < size; i += 16) v128.store(o + i, signed(f32x4.neg(v128.load(E + i)), v128.load(x + i)));
  }
}

/** E = erfc(|x|/√2): twice the share of a normal distribution beyond |x|. */
@inline function beyond(x: usize, m: i32): void {
  const size = bytes(m);
  for (let i: usize = 0; i < size; i += 16) v128.store(U + i, logErfc(f32x4.pmin(f32x4.mul(entry(C, 5), f32x4.abs(v128.load(x + i))), entry(C, 8))));
  exponentials(U, E, m);
}

/** Φ(x), the share below x: half of e = erfc(|x|/√2) for negative x, the rest for others. */
@inline function shareBelow(e: v128, x: v128): v128 {
  const h = v128.andnot(f32x4.mul(entry(C, 2), e), f32x4.lt(x, entry(C, 9)));
  return v128.bitselect(h, f32x4.sub(entry(C, 0), h), f32x4.lt(x, splat(0)));
}

/** x Φ(x). */
export function gelu(x: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    beyond(x, m);
    for (let i: usize = 0; i < size; i += 16) {
      const v = v128.load(x + i);
      v128.store(o + i, f32x4.mul(v, shareBelow(v128.load(E + i), v)));
    }
  }
}

/** g · (Φ(x) + x φ(x)), with φ(x) = e^(−x²/2)/√(2π). */
export function geluBack(x: usize, g: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), g += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    beyond(x, m);
    for (let i: usize = 0; i < size; i += 16) {
      const v = v128.load(x + i);
      v128.store(U + i, f32x4.mul(entry(C, 7), f32x4.mul(v, v)));
    }
    exponentials(U, F, m);
    for (let i: usize = 0; i < size; i += 16) {
      const v = v128.load(x + i), density = f32x4.mul(entry(C, 6), v128.load(F + i));
      v128.store(o + i, f32x4.mul(v128.load(g + i), madd(v, density, shareBelow(v128.load(E + i), v))));
    }
  }
}

/** u = 2√(2/π)(x + 0.044715x³), whose sigmoid is the gate of the tanh form of GELU: ½(1 + tanh(u/2)) = sigmoid(u). */
@inline function gateOf(x: v128): v128 {
  return f32x4.mul(x, madd(f32x4.mul(x, x), entry(GATE, 1), entry(GATE, 0)));
}

@inline function gates(x: usize, m: i32): void {
  const size = bytes(m);
  for (let i: usize = 0; i < size; i += 16) v128.store(U + i, minusSize(gateOf(v128.load(x + i))));
  exponentials(U, E, m);
}

/** x · sigmoid(u). */
export function geluTanh(x: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    gates(x, m);
    for (let i: usize = 0; i < size; i += 16) {
      const v = v128.load(x + i);
      v128.store(o + i, f32x4.mul(v, sigmoidOf(v128.load(E + i), v))); // u has the sign of x
    }
  }
}

/** g · (s + x s (1 − s) u′). */
export function geluTanhBack(x: usize, g: usize, o: usize, n: i32): void {
  for (; n > 0; n -= BLOCK, x += bytes(BLOCK), g += bytes(BLOCK), o += bytes(BLOCK)) {
    const m = (min(n, BLOCK) + 7) & ~7, size = bytes(m);
    gates(x, m);
    for (let i: usize = 0; i < size; i += 16) {
      const v = v128.load(x + i), s = sigmoidOf(v128.load(E + i), v);
      const slope = f32x4.mul(f32x4.mul(v, s), f32x4.sub(entry(C, 0), s));
      v128.store(o + i, f32x4.mul(v128.load(g + i), madd(slope, madd(f32x4.pmin(f32x4.mul(v, v), entry(C, 10)), entry(GATE, 2), entry(GATE, 0)), s)));
    }
  }
}
