// Small words that every kernel uses. Vectors hold four float32; pointers count bytes, sizes and strides count floats.

/** a·b + c: rounded twice, and so the same on every machine; the relaxed build lets the machine fuse it. */
@inline export function madd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(c, f32x4.mul(a, b));
}

/** c − a·b, by the same rule. */
@inline export function nmadd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_nmadd(a, b, c) : f32x4.sub(c, f32x4.mul(a, b));
}

@inline export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/** The i-th number of a table in memory, four times. V8 keeps such loads in the loop cheaper than splat constants. */
@inline export function entry(table: usize, i: i32): v128 {
  return v128.load32_splat(table + (<usize>i << 2));
}

/** The sum of the four lanes, in a fixed order. */
@inline export function lanesSum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

@inline export function lanesMax(v: v128): f32 {
  return max(max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)), max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)));
}

/** Bytes of n floats. */
@inline export function bytes(n: i32): usize {
  return <usize>n << 2;
}

/** The first n of four numbers; all of them where n is larger. */
@inline export function storeLanes(o: usize, v: v128, n: i32): void {
  if (n >= 4) v128.store(o, v);
  else {
    v128.store32_lane(o, v, 0);
    if (n > 1) v128.store32_lane(o, v, 1, 4);
    if (n > 2) v128.store32_lane(o, v, 2, 8);
  }
}
