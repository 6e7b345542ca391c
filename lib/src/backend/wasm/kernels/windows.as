// Windows that slide over images: every window as a column, and back. kh, kw: window; s: stride; d: dilation; top, left:
// padding; oh, ow: how many windows fit.
import { bytes } from "./simd";

/** x [planes, H, W] → o [planes, kh, kw, oh, ow]. */
export function unfold(x: usize, o: usize, planes: i32, H: i32, W: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32): void {
  for (let c = 0; c < planes; c++, x += bytes(H * W)) for (let i = 0; i < kh; i++) for (let j = 0; j < kw; j++) for (let y = 0; y < oh; y++, o += bytes(ow)) {
    const h = y * sh + i * dh - top, w0 = j * dw - left;
    const lo = first(w0, sw, ow), hi = beyond(w0, sw, W, lo, ow);
    if (h < 0 || h >= H || lo >= hi) {
      memory.fill(o, 0, bytes(ow));
      continue;
    }
    memory.fill(o, 0, bytes(lo));
    memory.fill(o + bytes(hi), 0, bytes(ow - hi));
    const row = x + bytes(h * W + w0);
    if (sw == 1) memory.copy(o + bytes(lo), row + bytes(lo), bytes(hi - lo));
    else for (let k = lo; k < hi; k++) store<f32>(o + bytes(k), load<f32>(row + bytes(k * sw)));
  }
}

/** The adjoint: adds g [planes, kh, kw, oh, ow] into o [planes, H, W], which begins as zeros. */
export function fold(g: usize, o: usize, planes: i32, H: i32, W: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32): void {
  for (let c = 0; c < planes; c++, o += bytes(H * W)) for (let i = 0; i < kh; i++) for (let j = 0; j < kw; j++) for (let y = 0; y < oh; y++, g += bytes(ow)) {
    const h = y * sh + i * dh - top, w0 = j * dw - left;
    if (h < 0 || h >= H) continue;
    const lo = first(w0, sw, ow), hi = beyond(w0, sw, W, lo, ow), row = o + bytes(h * W + w0);
    let k = lo;
    if (sw == 1) for (; k + 4 <= hi; k += 4) v128.store(row + bytes(k), f32x4.add(v128.load(row + bytes(k)), v128.load(g + bytes(k))));
    for (; k < hi; k++) {
      const at = row + bytes(k * sw);
      store<f32>(at, load<f32>(at) + load<f32>(g + bytes(k)));
    }
  }
}

/** The first window whose place w0 + k·step is not left of the image. */
@inline function first(w0: i32, step: i32, ow: i32): i32 {
  return w0 >= 0 ? 0 : min(ow, (step - 1 - w0) / step);
}

/** The first window from `lo` on whose place is right of the image. */
@inline function beyond(w0: i32, step: i32, W: i32, lo: i32, ow: i32): i32 {
  return W <= w0 ? lo : max(lo, min(ow, (W - 1 - w0) / step + 1));
}
