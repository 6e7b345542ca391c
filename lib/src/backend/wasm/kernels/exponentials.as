// Exponentials of many numbers: eˣ = 2ⁿ eʳ in two short loops over blocks that stay in the first cache, one that finds n
// and r, one for the polynomial. A single loop would be a chain of operations too long for the processor to overlap.
import { EXP } from "./coefficients";
import { exp4 } from "./functions";
import { bytes, entry, madd, nmadd, splat } from "./simd";

export const BLOCK: i32 = 256;
const SUMS: usize = memory.data(1024, 16); // for each number of a block a sum whose low bits are n + 127, the exponent of 2ⁿ
// 1/ln 2, ln 2 in two parts, 1, where 2ⁿ is still a normal number, 1.5·2²³ + 127
const C: usize = memory.data<f32>([1.44269504, 0.693145752, 1.42860677e-6, 1.0, 87.0, 12583039.0]);

/** o = eˣ for n numbers, a multiple of 4; o may not overlap x. */
export function exponentials(x: usize, o: usize, n: i32): void { powers(x, o, n, splat(0), false); }

/** o = e^(x − top), in the same way. */
export function exponentialsBelow(x: usize, o: usize, n: i32, top: f32): void { powers(x, o, n, splat(top), true); }

@inline function powers(x: usize, o: usize, n: i32, shift: v128, shifted: bool): void {
  while (n >= 8) {
    const m = min(n & ~7, BLOCK), end = o + bytes(m);
    if (v128.any_true(f32x4.gt(split(x, o, end, shift, shifted), entry(C, 4)))) extremes(x, o, end, shift);
    else {
      const c0 = entry(EXP, 0), c1 = entry(EXP, 1), c2 = entry(EXP, 2), c3 = entry(EXP, 3), c4 = entry(EXP, 4), one = entry(C, 3);
      for (let t = SUMS; o < end; o += 32, t += 32) {
        const r = v128.load(o), r2 = f32x4.mul(r, r), s = v128.load(o, 16), s2 = f32x4.mul(s, s);
        const y = madd(madd(c4, r2, madd(c3, r, c2)), r2, madd(c1, r, c0));
        const z = madd(madd(c4, s2, madd(c3, s, c2)), s2, madd(c1, s, c0));
        v128.store(o, f32x4.mul(f32x4.add(one, madd(r2, y, r)), i32x4.shl(v128.load(t), 23)));
        v128.store(o, f32x4.mul(f32x4.add(one, madd(s2, z, s)), i32x4.shl(v128.load(t, 16), 23)), 16);
      }
    }
    x += bytes(m);
    o = end;
    n -= m;
  }
  if (n > 0) v128.store(o, exp4(f32x4.sub(v128.load(x), shift)));
}

/** o = eˣ − 1 for a block of n numbers, a multiple of 8, none beyond ±87; without cancellation near 0. */
export function exponentialsLess1(x: usize, o: usize, n: i32): void {
  const end = o + bytes(n);
  split(x, o, end, splat(0), false);
  const c0 = entry(EXP, 0), c1 = entry(EXP, 1), c2 = entry(EXP, 2), c3 = entry(EXP, 3), c4 = entry(EXP, 4), one = entry(C, 3);
  for (let t = SUMS; o < end; o += 16, t += 16) {
    const r = v128.load(o), r2 = f32x4.mul(r, r), power = i32x4.shl(v128.load(t), 23);
    const y = madd(madd(c4, r2, madd(c3, r, c2)), r2, madd(c1, r, c0));
    v128.store(o, madd(power, madd(r2, y, r), f32x4.sub(power, one)));
  }
}

/** x − top = n ln 2 + r: r goes to o, n to the sums. Returns the largest |x − top|; NaN is no maximum, and finds its own way. */
@inline function split(x: usize, o: usize, end: usize, shift: v128, shifted: bool): v128 {
  const log2e = entry(C, 0), high = entry(C, 1), low = entry(C, 2), magic = entry(C, 5);
  let a = splat(0), b = a;
  for (let t = SUMS; o < end; x += 32, o += 32, t += 32) {
    let y = v128.load(x), z = v128.load(x, 16);
    if (shifted) {
      y = f32x4.sub(y, shift);
      z = f32x4.sub(z, shift);
    }
    a = f32x4.pmax(a, f32x4.abs(y));
    b = f32x4.pmax(b, f32x4.abs(z));
    const s = madd(y, log2e, magic), u = madd(z, log2e, magic);
    const k = f32x4.sub(s, magic), l = f32x4.sub(u, magic);
    v128.store(t, s);
    v128.store(t, u, 16);
    v128.store(o, nmadd(k, low, nmadd(k, high, y)));
    v128.store(o, nmadd(l, low, nmadd(l, high, z)), 16);
  }
  return f32x4.pmax(a, b);
}

/** Blocks with results beyond the normal numbers: the same bits wherever both ways work. */
function extremes(x: usize, o: usize, end: usize, shift: v128): void {
  for (; o < end; o += 16, x += 16) v128.store(o, exp4(f32x4.sub(v128.load(x), shift)));
}
