// One number in, one out; two in, one out. Results are fresh arrays whose length is rounded up to 8 floats, so that
// gap-free loops need no tail.
import { exponentials } from "./exponentials";
import { log1p4, log4, sign4 } from "./functions";
import { bytes, splat } from "./simd";

const enum One { neg, log, log1p, sqrt, reciprocal, abs, sign, floor, round, relu }

@inline function one(op: One, x: v128): v128 {
  if (op == One.neg) return f32x4.neg(x);
  if (op == One.log) return log4(x);
  if (op == One.log1p) return log1p4(x);
  if (op == One.sqrt) return f32x4.sqrt(x);
  if (op == One.reciprocal) return f32x4.div(splat(1), x);
  if (op == One.abs) return f32x4.abs(x);
  if (op == One.sign) return sign4(x);
  if (op == One.floor) return f32x4.floor(x);
  if (op == One.round) return f32x4.nearest(x);
  return f32x4.pmax(x, splat(0)); // relu; in this order of operands a NaN passes
}

@inline function map(op: One, a: usize, o: usize, n: i32): void {
  const end = o + bytes(n);
  for (; o < end; o += 32, a += 32) {
    const y = one(op, v128.load(a));
    const z = one(op, v128.load(a, 16));
    v128.store(o, y);
    v128.store(o, z, 16);
  }
}
export function map_neg(a: usize, o: usize, n: i32): void { map(One.neg, a, o, n); }
export function map_exp(a: usize, o: usize, n: i32): void { exponentials(a, o, (n + 7) & ~7); }
export function map_log(a: usize, o: usize, n: i32): void { map(One.log, a, o, n); }
export function map_log1p(a: usize, o: usize, n: i32): void { map(One.log1p, a, o, n); }
export function map_sqrt(a: usize, o: usize, n: i32): void { map(One.sqrt, a, o, n); }
export function map_reciprocal(a: usize, o: usize, n: i32): void { map(One.reciprocal, a, o, n); }
export function map_abs(a: usize, o: usize, n: i32): void { map(One.abs, a, o, n); }
export function map_sign(a: usize, o: usize, n: i32): void { map(One.sign, a, o, n); }
export function map_floor(a: usize, o: usize, n: i32): void { map(One.floor, a, o, n); }
export function map_round(a: usize, o: usize, n: i32): void { map(One.round, a, o, n); }
export function map_relu(a: usize, o: usize, n: i32): void { map(One.relu, a, o, n); }

// Arguments of any size need long tables: these come from AssemblyScript's standard library, compiled into the module.
export function map_sin(a: usize, o: usize, n: i32): void {
  for (let i = 0; i < n; i++) store<f32>(o + bytes(i), <f32>NativeMath.sin(<f64>load<f32>(a + bytes(i))));
}
export function map_cos(a: usize, o: usize, n: i32): void {
  for (let i = 0; i < n; i++) store<f32>(o + bytes(i), <f32>NativeMath.cos(<f64>load<f32>(a + bytes(i))));
}

const enum Two { add, sub, mul, div, maximum, minimum, greater, equal, pow }

@inline function two(op: Two, a: v128, b: v128): v128 {
  if (op == Two.add) return f32x4.add(a, b);
  if (op == Two.sub) return f32x4.sub(a, b);
  if (op == Two.mul) return f32x4.mul(a, b);
  if (op == Two.div) return f32x4.div(a, b);
  if (op == Two.maximum) return f32x4.max(a, b);
  if (op == Two.minimum) return f32x4.min(a, b);
  if (op == Two.greater) return v128.and(f32x4.gt(a, b), splat(1));
  if (op == Two.equal) return v128.and(f32x4.eq(a, b), splat(1));
  let y = splat(power(f32x4.extract_lane(a, 0), f32x4.extract_lane(b, 0)));
  y = f32x4.replace_lane(y, 1, power(f32x4.extract_lane(a, 1), f32x4.extract_lane(b, 1)));
  y = f32x4.replace_lane(y, 2, power(f32x4.extract_lane(a, 2), f32x4.extract_lane(b, 2)));
  return f32x4.replace_lane(y, 3, power(f32x4.extract_lane(a, 3), f32x4.extract_lane(b, 3)));
}

/** JavaScript's power: unlike C's, 1 to the power NaN, or ±1 to the power ∞, is NaN. */
function power(a: f32, b: f32): f32 {
  if (b != b || (abs(a) == 1 && abs(b) == Infinity)) return NaN;
  return NativeMathf.pow(a, b);
}

@inline function zip(op: Two, a: usize, b: usize, o: usize, n: i32): void {
  const end = o + bytes(n);
  for (; o < end; o += 32, a += 32, b += 32) {
    v128.store(o, two(op, v128.load(a), v128.load(b)));
    v128.store(o, two(op, v128.load(a, 16), v128.load(b, 16)), 16);
  }
}

/** o [n0, n1, n2, n3] without gaps; a and b step through their own strides, 0 where they stretch. */
@inline function zip4(op: Two, a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  for (let i = 0; i < n0; i++) for (let j = 0; j < n1; j++) {
    let p = a + bytes(i * a0 + j * a1), q = b + bytes(i * b0 + j * b1);
    for (let k = 0; k < n2; k++, p += bytes(a2), q += bytes(b2)) {
      let x = p, y = q, l = 0;
      if (a3 == 1 && b3 == 1) for (; l + 4 <= n3; l += 4, x += 16, y += 16, o += 16) v128.store(o, two(op, v128.load(x), v128.load(y)));
      else if (a3 == 1 && b3 == 0) { const v = v128.load32_splat(y); for (; l + 4 <= n3; l += 4, x += 16, o += 16) v128.store(o, two(op, v128.load(x), v)); }
      else if (a3 == 0 && b3 == 1) { const v = v128.load32_splat(x); for (; l + 4 <= n3; l += 4, y += 16, o += 16) v128.store(o, two(op, v, v128.load(y))); }
      for (; l < n3; l++, x += bytes(a3), y += bytes(b3), o += 4) store<f32>(o, f32x4.extract_lane(two(op, v128.load32_splat(x), v128.load32_splat(y)), 0));
    }
  }
}
export function zip_add(a: usize, b: usize, o: usize, n: i32): void { zip(Two.add, a, b, o, n); }
export function zip4_add(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.add, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_sub(a: usize, b: usize, o: usize, n: i32): void { zip(Two.sub, a, b, o, n); }
export function zip4_sub(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.sub, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_mul(a: usize, b: usize, o: usize, n: i32): void { zip(Two.mul, a, b, o, n); }
export function zip4_mul(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.mul, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_div(a: usize, b: usize, o: usize, n: i32): void { zip(Two.div, a, b, o, n); }
export function zip4_div(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.div, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_maximum(a: usize, b: usize, o: usize, n: i32): void { zip(Two.maximum, a, b, o, n); }
export function zip4_maximum(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.maximum, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_minimum(a: usize, b: usize, o: usize, n: i32): void { zip(Two.minimum, a, b, o, n); }
export function zip4_minimum(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.minimum, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_greater(a: usize, b: usize, o: usize, n: i32): void { zip(Two.greater, a, b, o, n); }
export function zip4_greater(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.greater, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_equal(a: usize, b: usize, o: usize, n: i32): void { zip(Two.equal, a, b, o, n); }
export function zip4_equal(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.equal, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}
export function zip_pow(a: usize, b: usize, o: usize, n: i32): void { zip(Two.pow, a, b, o, n); }
export function zip4_pow(a: usize, b: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32, b0: i32, b1: i32, b2: i32, b3: i32): void {
  zip4(Two.pow, a, b, o, n0, n1, n2, n3, a0, a1, a2, a3, b0, b1, b2, b3);
}

/** Gradients of functions whose slope follows from their result y: g · slope. */
export function relu_back(g: usize, y: usize, o: usize, n: i32): void {
  const end = o + bytes(n), one = splat(1), zero = splat(0);
  for (; o < end; o += 16, y += 16, g += 16) v128.store(o, f32x4.mul(v128.load(g), v128.and(one, f32x4.gt(v128.load(y), zero))));
}
export function sigmoid_back(g: usize, y: usize, o: usize, n: i32): void {
  const end = o + bytes(n), one = splat(1);
  for (; o < end; o += 16, y += 16, g += 16) {
    const v = v128.load(y);
    v128.store(o, f32x4.mul(v128.load(g), f32x4.mul(v, f32x4.sub(one, v))));
  }
}
export function tanh_back(g: usize, y: usize, o: usize, n: i32): void {
  const end = o + bytes(n), one = splat(1);
  for (; o < end; o += 16, y += 16, g += 16) {
    const v = v128.load(y);
    v128.store(o, f32x4.mul(v128.load(g), f32x4.sub(one, f32x4.mul(v, v))));
  }
}

/** o = a where c is not 0, else b. */
export function select(c: usize, a: usize, b: usize, o: usize, n: i32): void {
  const end = o + bytes(n);
  for (; o < end; o += 16, a += 16, b += 16, c += 16) v128.store(o, v128.bitselect(v128.load(a), v128.load(b), f32x4.ne(v128.load(c), splat(0))));
}
