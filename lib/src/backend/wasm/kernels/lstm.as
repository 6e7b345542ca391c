// What an LSTM does beside its matrix products: gates i, f, g, o side by side in rows of 4·H numbers.
import { map_sigmoid, map_tanh } from "./sigmoids";
import { bytes, madd, splat, storeLanes } from "./simd";

/**
 * gates [B, 4H], c [B, H] → out [2B, H]: the states h, then the memories c. `acts` keeps the gates as they act (8 numbers
 * longer than gates), `bent` tanh of the memories.
 */
export function lstm(gates: usize, c: usize, out: usize, acts: usize, bent: usize, B: i32, H: i32): void {
  const r = bytes(H), memories = out + <usize>B * r;
  let m = memories;
  for (let b = 0, p = gates, q = acts; b < B; b++, p += 4 * r, q += 4 * r, c += r, m += r) {
    map_sigmoid(p, q, 2 * H);
    map_tanh(p + 2 * r, q + 2 * r, H); // each may write up to 7 numbers beyond its own, which the next overwrites
    map_sigmoid(p + 3 * r, q + 3 * r, H);
    for (let j: usize = 0; j < r; j += 16) {
      const v = madd(v128.load(q + 2 * r + j), v128.load(q + j), f32x4.mul(v128.load(c + j), v128.load(q + r + j)));
      storeLanes(m + j, v, <i32>((r - j) >> 2));
    }
  }
  map_tanh(memories, bent, B * H);
  for (let b = 0, q = acts + 3 * r; b < B; b++, q += 4 * r, bent += r, out += r)
    for (let j: usize = 0; j < r; j += 16) storeLanes(out + j, f32x4.mul(v128.load(bent + j), v128.load(q + j)), <i32>((r - j) >> 2));
}

/** back [2B, H], the gradients of states and memories → dgates [B, 4H], dc [B, H]. */
export function lstmBack(back: usize, c: usize, acts: usize, bent: usize, dgates: usize, dc: usize, B: i32, H: i32): void {
  const r = bytes(H), one = splat(1);
  for (let b = 0, gh = back, gc = back + <usize>B * r; b < B; b++, gh += r, gc += r, c += r, bent += r, dc += r, acts += 4 * r, dgates += 4 * r)
    for (let k: usize = 0; k < r; k += 16) {
      const n = <i32>((r - k) >> 2), p = acts + k, q = dgates + k;
      const i = v128.load(p), f = v128.load(p + r), g = v128.load(p + 2 * r), o = v128.load(p + 3 * r), t = v128.load(bent + k), h = v128.load(gh + k);
      const d = madd(f32x4.mul(h, o), f32x4.sub(one, f32x4.mul(t, t)), v128.load(gc + k));
      storeLanes(q, f32x4.mul(f32x4.mul(d, g), f32x4.mul(i, f32x4.sub(one, i))), n);
      storeLanes(q + r, f32x4.mul(f32x4.mul(d, v128.load(c + k)), f32x4.mul(f, f32x4.sub(one, f))), n);
      storeLanes(q + 2 * r, f32x4.mul(f32x4.mul(d, i), f32x4.sub(one, f32x4.mul(g, g))), n);
      storeLanes(q + 3 * r, f32x4.mul(f32x4.mul(h, t), f32x4.mul(o, f32x4.sub(one, o))), n);
      storeLanes(dc + k, f32x4.mul(d, f), n);
    }
}
