// Convolution without columns. Images are framed once: padding added, and rows split by stride, so that the numbers that
// one tap of the filter meets in neighbouring windows are neighbours. A table holds the place of each tap; then it is a
// product of matrices: tiles of up to 6 channels by 8 windows in registers, as in matmul. Sums go over taps in order: rows
// of the filter, channels, columns; rows that meet nothing but padding are left out.
import { sumOf } from "./reduce";
import { bytes, madd, splat } from "./simd";

const SIXES: bool = ASC_FEATURE_RELAXED_SIMD;

/** x [planes, H, W] → o [planes, rows, step, pitch]: rows padded and split by column modulo `step`; zeros, and 16 more, elsewhere. */
export function frame(x: usize, o: usize, planes: i32, H: i32, W: i32, top: i32, left: i32, rows: i32, step: i32, pitch: i32): void {
  const line = step * pitch, from = max(0, -left), to = min(W, line - left);
  memory.fill(o, 0, bytes(planes * rows * line + 16));
  for (let c = 0; c < planes; c++, x += bytes(H * W), o += bytes(rows * line)) for (let i = max(0, -top); i < min(H, rows - top); i++) {
    const p = x + bytes(i * W), q = o + bytes((i + top) * line);
    if (step == 1) {
      if (from < to) memory.copy(q + bytes(from + left), p + bytes(from), bytes(to - from));
    } else for (let j = from; j < to; j++) store<f32>(q + bytes(((j + left) % step) * pitch + (j + left) / step), load<f32>(p + bytes(j)));
  }
}

/** Where taps are in a frame, in bytes: n0 by n1 rows of them, so many floats apart. */
function placeTaps(o: usize, n0: i32, s0: i32, n1: i32, s1: i32, kw: i32, dw: i32, step: i32, pitch: i32): void {
  for (let a = 0; a < n0; a++) for (let b = 0; b < n1; b++) for (let j = 0; j < kw; j++, o += 4)
    store<i32>(o, (a * s0 + b * s1 + ((j * dw) % step) * pitch + (j * dw) / step) << 2);
}

/** How many of the channels that are left come next: fives and fours where they add up, fives first; or sixes first. */
function channelsOf(left: i32): i32 {
  if (SIXES) return left > 5 && left != 7 && left != 8 ? 6 : left == 5 ? 3 : min(4, left);
  const fours = (5 - left % 5) % 5 << 2;
  if (fours <= left) return left > fours ? 5 : 4;
  return left == 3 || left == 6 ? 3 : min(4, left);
}

/** Filters in groups of channels, [rows, C, columns, channels] each. */
function packFilters(o: usize, w: usize, O: i32, wm: i32, C: i32, wc: i32, kh: i32, kw: i32, wt: i32): void {
  for (let m = 0; m < O; ) {
    const R = channelsOf(O - m);
    for (let i = 0; i < kh; i++) for (let c = 0; c < C; c++) for (let j = 0; j < kw; j++) for (let r = 0; r < R; r++, o += 4)
      store<f32>(o, load<f32>(w + bytes((m + r) * wm + c * wc + (i * kw + j) * wt)));
    m += R;
  }
}

/** o [R, 4] = Σ a[·, k] b[taps[k]] + bias, and o2 the same for b2. Rows of o and o2 are `row` bytes apart. R is a constant. */
@inline function sumTaps(R: i32, K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void {
  let s00 = splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
  for (const end = taps + bytes(K); taps < end; taps += 4, a += bytes(R)) {
    const at = <usize>load<i32>(taps), y0 = v128.load(b + at), y1 = v128.load(b2 + at);
    let x = v128.load32_splat(a);
    s00 = madd(x, y0, s00);
    s01 = madd(x, y1, s01);
    if (R > 1) {
      x = v128.load32_splat(a, 4);
      s10 = madd(x, y0, s10);
      s11 = madd(x, y1, s11);
    }
    if (R > 2) {
      x = v128.load32_splat(a, 8);
      s20 = madd(x, y0, s20);
      s21 = madd(x, y1, s21);
    }
    if (R > 3) {
      x = v128.load32_splat(a, 12);
      s30 = madd(x, y0, s30);
      s31 = madd(x, y1, s31);
    }
    if (R > 4) {
      x = v128.load32_splat(a, 16);
      s40 = madd(x, y0, s40);
      s41 = madd(x, y1, s41);
    }
    if (R > 5) {
      x = v128.load32_splat(a, 20);
      s50 = madd(x, y0, s50);
      s51 = madd(x, y1, s51);
    }
  }
  v128.store(o, f32x4.add(s00, v128.load32_splat(bias)));
  v128.store(o2, f32x4.add(s01, v128.load32_splat(bias)));
  if (R > 1) {
    v128.store(o + row, f32x4.add(s10, v128.load32_splat(bias, 4)));
    v128.store(o2 + row, f32x4.add(s11, v128.load32_splat(bias, 4)));
  }
  if (R > 2) {
    v128.store(o + 2 * row, f32x4.add(s20, v128.load32_splat(bias, 8)));
    v128.store(o2 + 2 * row, f32x4.add(s21, v128.load32_splat(bias, 8)));
  }
  if (R > 3) {
    v128.store(o + 3 * row, f32x4.add(s30, v128.load32_splat(bias, 12)));
    v128.store(o2 + 3 * row, f32x4.add(s31, v128.load32_splat(bias, 12)));
  }
  if (R > 4) {
    v128.store(o + 4 * row, f32x4.add(s40, v128.load32_splat(bias, 16)));
    v128.store(o2 + 4 * row, f32x4.add(s41, v128.load32_splat(bias, 16)));
  }
  if (R > 5) {
    v128.store(o + 5 * row, f32x4.add(s50, v128.load32_splat(bias, 20)));
    v128.store(o2 + 5 * row, f32x4.add(s51, v128.load32_splat(bias, 20)));
  }
}
function tile6(K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void { sumTaps(6, K, a, taps, b, b2, o, o2, row, bias); }
function wide6(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void { sumTaps(6, K, a, taps, b, b + 16, o, o + 16, row, bias); }
function tile5(K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void { sumTaps(5, K, a, taps, b, b2, o, o2, row, bias); }
function wide5(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void { sumTaps(5, K, a, taps, b, b + 16, o, o + 16, row, bias); }
function tile4(K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void { sumTaps(4, K, a, taps, b, b2, o, o2, row, bias); }
function wide4(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void { sumTaps(4, K, a, taps, b, b + 16, o, o + 16, row, bias); }
function tile3(K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void { sumTaps(3, K, a, taps, b, b2, o, o2, row, bias); }
function wide3(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void { sumTaps(3, K, a, taps, b, b + 16, o, o + 16, row, bias); }
function tile2(K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void { sumTaps(2, K, a, taps, b, b2, o, o2, row, bias); }
function wide2(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void { sumTaps(2, K, a, taps, b, b + 16, o, o + 16, row, bias); }
function tile1(K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void { sumTaps(1, K, a, taps, b, b2, o, o2, row, bias); }
function wide1(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void { sumTaps(1, K, a, taps, b, b + 16, o, o + 16, row, bias); }

/** Two times four windows. */
function tile(R: i32, K: i32, a: usize, taps: usize, b: usize, b2: usize, o: usize, o2: usize, row: usize, bias: usize): void {
  if (SIXES && R == 6) tile6(K, a, taps, b, b2, o, o2, row, bias);
  else if (!SIXES && R == 5) tile5(K, a, taps, b, b2, o, o2, row, bias);
  else if (R == 4) tile4(K, a, taps, b, b2, o, o2, row, bias);
  else if (R == 3) tile3(K, a, taps, b, b2, o, o2, row, bias);
  else if (R == 2) tile2(K, a, taps, b, b2, o, o2, row, bias);
  else tile1(K, a, taps, b, b2, o, o2, row, bias);
}

/** Eight neighbouring windows. */
function wide(R: i32, K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void {
  if (SIXES && R == 6) wide6(K, a, taps, b, o, row, bias);
  else if (!SIXES && R == 5) wide5(K, a, taps, b, o, row, bias);
  else if (R == 4) wide4(K, a, taps, b, o, row, bias);
  else if (R == 3) wide3(K, a, taps, b, o, row, bias);
  else if (R == 2) wide2(K, a, taps, b, o, row, bias);
  else wide1(K, a, taps, b, o, row, bias);
}

/** Three channels by twelve neighbouring windows: with so few channels, more windows at a time. */
function trio(K: i32, a: usize, taps: usize, b: usize, o: usize, row: usize, bias: usize): void {
  let s00 = splat(0), s01 = s00, s02 = s00, s10 = s00, s11 = s00, s12 = s00, s20 = s00, s21 = s00, s22 = s00;
  for (const end = taps + bytes(K); taps < end; taps += 4, a += 12) {
    const p = b + <usize>load<i32>(taps), y0 = v128.load(p), y1 = v128.load(p, 16), y2 = v128.load(p, 32);
    let x = v128.load32_splat(a);
    s00 = madd(x, y0, s00);
    s01 = madd(x, y1, s01);
    s02 = madd(x, y2, s02);
    x = v128.load32_splat(a, 4);
    s10 = madd(x, y0, s10);
    s11 = madd(x, y1, s11);
    s12 = madd(x, y2, s12);
    x = v128.load32_splat(a, 8);
    s20 = madd(x, y0, s20);
    s21 = madd(x, y1, s21);
    s22 = madd(x, y2, s22);
  }
  const c0 = v128.load32_splat(bias), c1 = v128.load32_splat(bias, 4), c2 = v128.load32_splat(bias, 8);
  v128.store(o, f32x4.add(s00, c0));
  v128.store(o, f32x4.add(s01, c0), 16);
  v128.store(o, f32x4.add(s02, c0), 32);
  v128.store(o + row, f32x4.add(s10, c1));
  v128.store(o + row, f32x4.add(s11, c1), 16);
  v128.store(o + row, f32x4.add(s12, c1), 32);
  v128.store(o + 2 * row, f32x4.add(s20, c2));
  v128.store(o + 2 * row, f32x4.add(s21, c2), 16);
  v128.store(o + 2 * row, f32x4.add(s22, c2), 32);
}

/** The first row of a filter that meets the image, where row 0 meets row `at` of it; the first that no longer does. */
@inline function firstRow(at: i32, dh: i32, kh: i32): i32 { return at >= 0 ? 0 : min(kh, (dh - 1 - at) / dh); }
@inline function beyondRow(at: i32, dh: i32, kh: i32, H: i32): i32 { return at >= H ? 0 : min(kh, (H - 1 - at) / dh + 1); }

/**
 * One image: y [O, oh, ow] from a frame in which windows below each other are `down` floats apart. A row of the filter has
 * K taps; row 0 meets row i·sh − top of the image.
 */
function image(x: usize, taps: usize, kh: i32, K: i32, filters: usize, O: i32, y: usize, oh: i32, ow: i32, down: i32, H: i32, top: i32, sh: i32, dh: i32, bias: usize, aside: usize): void {
  const row = bytes(oh * ow);
  if (down == ow && top == 0 && (oh - 1) * sh + (kh - 1) * dh < H) { // no gaps between rows of windows: one long row
    ow *= oh;
    oh = 1;
  }
  const rest = ow & 7, whole = rest <= 4 ? ow - rest : ow; // what is left of a row goes with that of the next
  for (let m = 0; m < O; ) {
    const R = channelsOf(O - m);
    for (let i = 0, b = x, o = y; i < oh; i++, b += bytes(down), o += bytes(ow)) {
      const at = i * sh - top, first = firstRow(at, dh, kh), n = max(0, beyondRow(at, dh, kh, H) - first) * K;
      const p = filters + bytes(first * K * R), t = taps + bytes(first * K);
      if (ow >= 8) {
        let j = 0;
        if (R == 3) for (; j + 12 <= whole; j += 12) trio(n, p, t, b + bytes(j), o + bytes(j), row, bias);
        for (; j < whole; j += 8) {
          const left = bytes(min(j, ow - 8)); // the last tile may overlap the one before
          wide(R, n, p, t, b + left, o + left, row, bias);
        }
      } else if (ow > 4) {
        wide(R, n, p, t, b, aside, 32, bias);
        for (let r = 0; r < R; r++) for (let j = 0; j < ow; j++) store<f32>(o + <usize>r * row + bytes(j), load<f32>(aside + bytes(8 * r + j)));
      }
      if (rest == 0 || rest > 4 || (i & 1) == 1) continue;
      const both = i + 1 < oh, last = both ? max(beyondRow(at, dh, kh, H), beyondRow(at + sh, dh, kh, H)) : beyondRow(at, dh, kh, H);
      const from = both ? min(first, firstRow(at + sh, dh, kh)) : first, k = max(0, last - from) * K;
      const c = ow >= 4 ? b + bytes(ow - 4) : b, q = filters + bytes(from * K * R), u = taps + bytes(from * K);
      if (ow >= 4) tile(R, k, q, u, c, both ? c + bytes(down) : c, o + bytes(ow - 4), both ? o + bytes(2 * ow - 4) : o + bytes(ow - 4), row, bias);
      else {
        tile(R, k, q, u, c, both ? c + bytes(down) : c, aside, aside + 16, 32, bias);
        for (let r = 0; r < R; r++) for (let j = 0; j < ow; j++) {
          store<f32>(o + <usize>r * row + bytes(j), load<f32>(aside + bytes(8 * r + j)));
          if (both) store<f32>(o + <usize>r * row + bytes(ow + j), load<f32>(aside + bytes(8 * r + 4 + j)));
        }
      }
    }
    m += R;
    filters += bytes(kh * K * R);
    y += <usize>R * row;
    bias += bytes(R);
  }
}

/**
 * y [N, G·O, oh, ow] from x [N, G·C, H, W]. The filter from channel c to channel m of group g has its tap t at
 * w + g·wg + m·wm + c·wc + t·wt. bias [G·O] or 0 for none; `room`: floats for taps, filters of
 * a group, a frame and O zeros, and 64 more.
 */
export function conv(x: usize, N: i32, G: i32, C: i32, H: i32, W: i32, bias: usize, w: usize, O: i32, wg: i32, wm: i32, wc: i32, wt: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, y: usize, oh: i32, ow: i32, room: usize): void {
  const rows = (oh - 1) * sh + (kh - 1) * dh + 1, pitch = (ow - 1 + ((kw - 1) * dw) / sw) + 1, K = C * kh * kw;
  const asIs = sw == 1 && top == 0 && left == 0 && pitch == W && rows <= H;
  const plane = asIs ? H * W : rows * sw * pitch;
  const aside = room, taps = room + 192, filters = taps + bytes((K + 7) & ~7), none = filters + bytes((K * O + 7) & ~7), framed = none + bytes((O + 7) & ~7);
  memory.fill(none, 0, bytes(O));
  placeTaps(taps, kh, dh * sw * pitch, C, plane, kw, dw, sw, pitch);
  for (let g = 0; g < G; g++) {
    packFilters(filters, w + bytes(g * wg), O, wm, C, wc, kh, kw, wt);
    for (let n = 0; n < N; n++) {
      let from = x + bytes((n * G + g) * C * H * W);
      if (!asIs) {
        frame(from, framed, C, H, W, top, left, rows, sw, pitch);
        from = framed;
      }
      image(from, taps, kh, C * kw, filters, O, y + bytes((n * G + g) * O * oh * ow), oh, ow, sh * sw * pitch, H, top, sh, dh, bias ? bias + bytes(g * O) : none, aside);
    }
  }
}

/** Sums of the lanes of four vectors. */
@inline function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const u = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const v = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(u, v, 0, 1, 4, 5), v128.shuffle<f32>(u, v, 2, 3, 6, 7));
}

/** Products of two channels of g with five taps, summed over the windows of an image: 10 sums to o. */
function correlate(g: usize, g2: usize, oh: i32, across: usize, p0: usize, p1: usize, p2: usize, p3: usize, p4: usize, down: usize, o: usize): void {
  let s00 = splat(0), s01 = s00, s02 = s00, s03 = s00, s04 = s00, s10 = s00, s11 = s00, s12 = s00, s13 = s00, s14 = s00;
  for (let i = 0; i < oh; i++) {
    for (let j: usize = 0; j < across; j += 16) {
      const a = v128.load(g + j), b = v128.load(g2 + j);
      let x = v128.load(p0 + j);
      s00 = madd(a, x, s00);
      s10 = madd(b, x, s10);
      x = v128.load(p1 + j);
      s01 = madd(a, x, s01);
      s11 = madd(b, x, s11);
      x = v128.load(p2 + j);
      s02 = madd(a, x, s02);
      s12 = madd(b, x, s12);
      x = v128.load(p3 + j);
      s03 = madd(a, x, s03);
      s13 = madd(b, x, s13);
      x = v128.load(p4 + j);
      s04 = madd(a, x, s04);
      s14 = madd(b, x, s14);
    }
    g += across;
    g2 += across;
    p0 += down;
    p1 += down;
    p2 += down;
    p3 += down;
    p4 += down;
  }
  v128.store(o, sums(s00, s01, s02, s03));
  v128.store(o, sums(s10, s11, s12, s13), 16);
  v128.store(o, sums(s04, s14, s04, s14), 32);
}

/** The same where the five taps are neighbours in a row of the filter. */
function correlateFive(g: usize, g2: usize, oh: i32, across: usize, p: usize, down: usize, o: usize): void {
  let s00 = splat(0), s01 = s00, s02 = s00, s03 = s00, s04 = s00, s10 = s00, s11 = s00, s12 = s00, s13 = s00, s14 = s00;
  for (let i = 0; i < oh; i++, p += down - across) for (const end = g + across; g < end; g += 16, g2 += 16, p += 16) {
    const a = v128.load(g), b = v128.load(g2);
    let x = v128.load(p);
    s00 = madd(a, x, s00);
    s10 = madd(b, x, s10);
    x = v128.load(p, 4);
    s01 = madd(a, x, s01);
    s11 = madd(b, x, s11);
    x = v128.load(p, 8);
    s02 = madd(a, x, s02);
    s12 = madd(b, x, s12);
    x = v128.load(p, 12);
    s03 = madd(a, x, s03);
    s13 = madd(b, x, s13);
    x = v128.load(p, 16);
    s04 = madd(a, x, s04);
    s14 = madd(b, x, s14);
  }
  v128.store(o, sums(s00, s01, s02, s03));
  v128.store(o, sums(s10, s11, s12, s13), 32);
  v128.store(o, sums(s04, s14, s04, s14), 64);
}

/** Products of three channels of g with a row of three taps: 9 sums to o, in rows of four. */
function correlateThree(g: usize, g2: usize, g3: usize, oh: i32, across: usize, p: usize, down: usize, o: usize): void {
  let s00 = splat(0), s01 = s00, s02 = s00, s10 = s00, s11 = s00, s12 = s00, s20 = s00, s21 = s00, s22 = s00;
  for (let i = 0; i < oh; i++, p += down - across) for (const end = g + across; g < end; g += 16, g2 += 16, g3 += 16, p += 16) {
    const x = v128.load(p), y = v128.load(p, 4), z = v128.load(p, 8);
    let a = v128.load(g);
    s00 = madd(a, x, s00);
    s01 = madd(a, y, s01);
    s02 = madd(a, z, s02);
    a = v128.load(g2);
    s10 = madd(a, x, s10);
    s11 = madd(a, y, s11);
    s12 = madd(a, z, s12);
    a = v128.load(g3);
    s20 = madd(a, x, s20);
    s21 = madd(a, y, s21);
    s22 = madd(a, z, s22);
  }
  v128.store(o, sums(s00, s01, s02, s02));
  v128.store(o, sums(s10, s11, s12, s12), 16);
  v128.store(o, sums(s20, s21, s22, s22), 32);
}

/** Rows of filters that are three numbers wide, for all channels of g. d [O, K] */
function threes(back: usize, O: i32, oh: i32, across: usize, from: usize, taps: usize, K: i32, down: usize, d: usize, aside: usize): void {
  const plane = <usize>oh * across;
  for (let m = 0; m < O; m += 3) for (let k = 0; k < K; k += 3) {
    correlateThree(back + <usize>m * plane, back + <usize>min(m + 1, O - 1) * plane, back + <usize>min(m + 2, O - 1) * plane, oh, across, from + tap(taps, k), down, aside);
    for (let r = 0; r < min(3, O - m); r++) for (let j = 0; j < 3; j++) addNumber(d + bytes((m + r) * K + k + j), load<f32>(aside + bytes(4 * r + j)));
  }
}

/** The same for five. */
function fives(back: usize, O: i32, oh: i32, across: usize, from: usize, taps: usize, K: i32, down: usize, d: usize, aside: usize): void {
  const plane = <usize>oh * across;
  for (let m = 0; m < O; m += 2) for (let k = 0; k < K; k += 5) {
    correlateFive(back + <usize>m * plane, back + <usize>min(m + 1, O - 1) * plane, oh, across, from + tap(taps, k), down, aside);
    store<f32>(aside, load<f32>(aside, 64), 16);
    store<f32>(aside, load<f32>(aside, 68), 48);
    for (let r = 0; r < min(2, O - m); r++) for (let j = 0; j < 5; j++) addNumber(d + bytes((m + r) * K + k + j), load<f32>(aside + bytes(8 * r + j)));
  }
}

/**
 * dw [G·O, C, kh, kw], which begins as zeros, += the gradient of the filters. g [N, G·O, oh, ow]; `room`: floats for taps,
 * a frame, a frame of g, and 48 more. Returns whether all is finite: beside the windows, zeros meet numbers of x, which is
 * harmless only then.
 */
export function convFilterBack(x: usize, N: i32, G: i32, C: i32, H: i32, W: i32, g: usize, O: i32, kh: i32, kw: i32, sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32, oh: i32, ow: i32, d: usize, room: usize): i32 {
  const rows = (oh - 1) * sh + (kh - 1) * dh + 1, pitch = (ow - 1 + ((kw - 1) * dw) / sw) + 1, K = C * kh * kw;
  const even = (ow & 3) == 0, across = (ow + 3) & ~3;
  const asIs = even && sw == 1 && top == 0 && left == 0 && pitch == W && rows <= H;
  const plane = asIs ? H * W : rows * sw * pitch;
  const aside = room, taps = room + 192, wide = taps + bytes((K + 7) & ~7), framed = wide + bytes(even ? 0 : O * oh * across + 16);
  placeTaps(taps, C, plane, kh, dh * sw * pitch, kw, dw, sw, pitch);
  for (let n = 0; n < N; n++) for (let q = 0; q < G; q++) {
    let from = x + bytes((n * G + q) * C * H * W), back = g + bytes((n * G + q) * O * oh * ow);
    if (!asIs) {
      frame(from, framed, C, H, W, top, left, rows, sw, pitch);
      from = framed;
    }
    if (!even) {
      frame(back, wide, O, oh, ow, 0, 0, oh, 1, across);
      back = wide;
    }
    const inRow = sw == 1 && dw == 1; // taps of a row of the filter are neighbours
    if (inRow && kw == 3) threes(back, O, oh, bytes(across), from, taps, K, bytes(sh * pitch), d + bytes(q * O * K), aside);
    else if (inRow && kw == 5) fives(back, O, oh, bytes(across), from, taps, K, bytes(sh * pitch), d + bytes(q * O * K), aside);
    else for (let m = 0; m < O; m += 2) {
      const second = min(m + 1, O - 1), to = d + bytes((q * O + m) * K);
      for (let k = 0; k < K; k += 5) {
        const t = max(0, min(k, K - 5)), last = K - 1;
        correlate(back + bytes(m * oh * across), back + bytes(second * oh * across), oh, bytes(across), from + tap(taps, t), from + tap(taps, min(t + 1, last)), from + tap(taps, min(t + 2, last)), from + tap(taps, min(t + 3, last)), from + tap(taps, min(t + 4, last)), bytes(sh * sw * pitch), aside);
        for (let i = k; i < min(k + 5, K); i++) {
          const j = i - t;
          addNumber(to + bytes(i), load<f32>(aside + bytes(j < 4 ? j : 8)));
          if (second > m) addNumber(to + bytes(K + i), load<f32>(aside + bytes(j < 4 ? 4 + j : 9)));
        }
      }
    }
  }
  for (let i = 0; i < G * O * K; i++) if (!isFinite<f32>(load<f32>(d + bytes(i)))) return 0;
  return 1;
}
@inline function tap(taps: usize, k: i32): usize { return <usize>load<i32>(taps + bytes(k)); }
@inline function addNumber(o: usize, x: f32): void { store<f32>(o, load<f32>(o) + x); }

/** o [O] = the sums of g [N, O, L] over images and windows. */
export function sumChannels(g: usize, N: i32, O: i32, L: i32, o: usize): void {
  for (let m = 0; m < O; m++) {
    let sum: f64 = 0;
    for (let n = 0; n < N; n++) sum += sumOf(g + bytes((n * O + m) * L), L);
    store<f32>(o + bytes(m), <f32>sum);
  }
}
