// Pooling: the largest or the mean number of windows that slide over images, and back. Padding takes no part in the largest.
// kh, kw: window; s: stride; d: dilation; top, left: padding; oh, ow: how many windows.
import { bytes, splat } from "./simd";

/** x [planes, H, W] → o [planes, oh, ow]. */
export function maxPool(x: usize, o: usize, planes: i32, H: i32, W: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32): void {
  const pairs = isPairs(kh, kw, sh, sw, dh, dw, top, left);
  for (let c = 0; c < planes; c++, x += bytes(H * W)) for (let i = 0; i < oh; i++, o += bytes(ow)) {
    const y = i * sh - top;
    let j = 0;
    if (pairs) for (; j + 4 <= ow; j += 4) {
      const p = x + bytes(y * W + 2 * j), q = p + bytes(W);
      v128.store(o + bytes(j), largest(v128.load(p), v128.load(p, 16), v128.load(q), v128.load(q, 16)));
    }
    for (; j < ow; j++) {
      let top1: f32 = -Infinity;
      for (let a = 0, h = y; a < kh; a++, h += dh) if (<u32>h < <u32>H) for (let b = 0, w = j * sw - left; b < kw; b++, w += dw)
        if (<u32>w < <u32>W) top1 = max(top1, load<f32>(x + bytes(h * W + w)));
      store<f32>(o + bytes(j), top1);
    }
  }
}

/** Windows of 2 by 2, side by side, without padding: the usual ones. */
function isPairs(kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32): bool {
  return kh == 2 && kw == 2 && sh == 2 && sw == 2 && dh == 1 && dw == 1 && top == 0 && left == 0;
}

@inline function largest(a: v128, b: v128, c: v128, d: v128): v128 {
  const s = f32x4.max(a, c), t = f32x4.max(b, d);
  return f32x4.max(evens(s, t), odds(s, t));
}
@inline function evens(s: v128, t: v128): v128 { return v128.shuffle<f32>(s, t, 0, 2, 4, 6); }
@inline function odds(s: v128, t: v128): v128 { return v128.shuffle<f32>(s, t, 1, 3, 5, 7); }
@inline function first2(v: v128): v128 { return v128.shuffle<f32>(v, v, 0, 0, 1, 1); }
@inline function last2(v: v128): v128 { return v128.shuffle<f32>(v, v, 2, 2, 3, 3); }

/** d [planes, H, W], which begins as zeros, += g / (how many numbers of the window are its largest) at each of these. */
export function maxPoolBack(x: usize, y: usize, g: usize, d: usize, planes: i32, H: i32, W: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32): void {
  const pairs = isPairs(kh, kw, sh, sw, dh, dw, top, left);
  for (let c = 0; c < planes; c++, x += bytes(H * W), d += bytes(H * W)) for (let i = 0; i < oh; i++, y += bytes(ow), g += bytes(ow)) {
    let j = 0;
    if (pairs) for (; j + 4 <= ow; j += 4) fourPairs(x + bytes(2 * i * W + 2 * j), d + bytes(2 * i * W + 2 * j), bytes(W), v128.load(y + bytes(j)), v128.load(g + bytes(j)));
    for (; j < ow; j++) {
      const best = load<f32>(y + bytes(j));
      let count: f32 = 0;
      for (let a = 0, h = i * sh - top; a < kh; a++, h += dh) if (<u32>h < <u32>H) for (let b = 0, w = j * sw - left; b < kw; b++, w += dw)
        if (<u32>w < <u32>W && load<f32>(x + bytes(h * W + w)) == best) count += 1;
      const share = load<f32>(g + bytes(j)) / count;
      for (let a = 0, h = i * sh - top; a < kh; a++, h += dh) if (<u32>h < <u32>H) for (let b = 0, w = j * sw - left; b < kw; b++, w += dw) if (<u32>w < <u32>W) {
        const at = bytes(h * W + w), wins: f32 = load<f32>(x + at) == best ? 1 : 0;
        store<f32>(d + at, load<f32>(d + at) + share * wins); // without a winner, NaN for all
      }
    }
  }
}

@inline function fourPairs(p: usize, d: usize, r: usize, best: v128, g: v128): void {
  const one = splat(1), y0 = first2(best), y1 = last2(best);
  const a = v128.and(one, f32x4.eq(v128.load(p), y0)), b = v128.and(one, f32x4.eq(v128.load(p, 16), y1));
  const c = v128.and(one, f32x4.eq(v128.load(p + r), y0)), e = v128.and(one, f32x4.eq(v128.load(p + r, 16), y1));
  const s = f32x4.add(a, c), t = f32x4.add(b, e);
  const share = f32x4.div(g, f32x4.add(evens(s, t), odds(s, t))), h0 = first2(share), h1 = last2(share);
  v128.store(d, f32x4.mul(a, h0));
  v128.store(d, f32x4.mul(b, h1), 16);
  v128.store(d + r, f32x4.mul(c, h0));
  v128.store(d + r, f32x4.mul(e, h1), 16);
}

/** The mean of each window, zeros of the padding included. */
export function avgPool(x: usize, o: usize, planes: i32, H: i32, W: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32): void {
  const pairs = isPairs(kh, kw, sh, sw, dh, dw, top, left), n = <f32>(kh * kw);
  for (let c = 0; c < planes; c++, x += bytes(H * W)) for (let i = 0; i < oh; i++, o += bytes(ow)) {
    let j = 0;
    if (pairs) for (; j + 4 <= ow; j += 4) {
      const p = x + bytes(2 * i * W + 2 * j), q = p + bytes(W);
      const s = f32x4.add(evens(v128.load(p), v128.load(p, 16)), odds(v128.load(p), v128.load(p, 16)));
      const t = f32x4.add(evens(v128.load(q), v128.load(q, 16)), odds(v128.load(q), v128.load(q, 16)));
      v128.store(o + bytes(j), f32x4.div(f32x4.add(s, t), splat(n)));
    }
    for (; j < ow; j++) {
      let sum: f64 = 0;
      for (let a = 0, h = i * sh - top; a < kh; a++, h += dh) if (<u32>h < <u32>H) for (let b = 0, w = j * sw - left; b < kw; b++, w += dw)
        if (<u32>w < <u32>W) sum += <f64>load<f32>(x + bytes(h * W + w));
      store<f32>(o + bytes(j), <f32>(sum / <f64>n));
    }
  }
}

/** d [planes, H, W], which begins as zeros, += g / (size of the window) at each of its numbers. */
export function avgPoolBack(g: usize, d: usize, planes: i32, H: i32, W: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32): void {
  for (let c = 0; c < planes; c++, d += bytes(H * W)) for (let i = 0; i < oh; i++) for (let j = 0; j < ow; j++, g += 4) {
    const share = load<f32>(g) / <f32>(kh * kw);
    for (let a = 0, h = i * sh - top; a < kh; a++, h += dh) if (<u32>h < <u32>H) for (let b = 0, w = j * sw - left; b < kw; b++, w += dw) if (<u32>w < <u32>W) {
      const at = d + bytes(h * W + w);
      store<f32>(at, load<f32>(at) + share);
    }
  }
}
