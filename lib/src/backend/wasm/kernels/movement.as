// Copies between gap-free and strided arrays of four axes, and filling.
import { bytes, splat } from "./simd";

export function fill(o: usize, value: f32, n: i32): void {
  if (reinterpret<i32>(value) == 0) {
    memory.fill(o, 0, bytes(n));
    return;
  }
  const end = o + bytes(n);
  for (; o < end; o += 16) v128.store(o, splat(value));
}

export function copy(o: usize, a: usize, n: i32): void {
  memory.copy(o, a, bytes(n));
}

export function addTo(o: usize, a: usize, n: i32): void {
  let i = 0;
  for (; i + 4 <= n; i += 4, o += 16, a += 16) v128.store(o, f32x4.add(v128.load(o), v128.load(a)));
  for (; i < n; i++, o += 4, a += 4) store<f32>(o, load<f32>(o) + load<f32>(a));
}

/** o, without gaps, = a seen through strides. */
export function copy4(a: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, a0: i32, a1: i32, a2: i32, a3: i32): void {
  if (a2 == 1 && a3 != 1 && a3 != 0) {
    for (let i = 0; i < n0; i++) for (let j = 0; j < n1; j++, o += bytes(n2 * n3)) transpose(a + bytes(i * a0 + j * a1), o, n2, n3, a3);
    return;
  }
  for (let i = 0; i < n0; i++) for (let j = 0; j < n1; j++) {
    let p = a + bytes(i * a0 + j * a1);
    for (let k = 0; k < n2; k++, p += bytes(a2)) {
      let x = p, l = 0;
      if (a3 == 1) for (; l + 4 <= n3; l += 4, x += 16, o += 16) v128.store(o, v128.load(x));
      else if (a3 == 0) for (const v = v128.load32_splat(x); l + 4 <= n3; l += 4, o += 16) v128.store(o, v);
      for (; l < n3; l++, x += bytes(a3), o += 4) store<f32>(o, load<f32>(x));
    }
  }
}

/** o [rows, columns] from a whose rows are contiguous downwards: a[r + c·step]. Blocks of 4 by 4 turn in registers. */
function transpose(a: usize, o: usize, rows: i32, columns: i32, step: i32): void {
  const s = bytes(step), w = bytes(columns);
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    let p = a + bytes(r), q = o + bytes(r * columns), c = 0;
    for (; c + 4 <= columns; c += 4, p += s << 2, q += 16) {
      const x0 = v128.load(p), x1 = v128.load(p + s), x2 = v128.load(p + 2 * s), x3 = v128.load(p + 3 * s);
      const t0 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5), t1 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5);
      const t2 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7), t3 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7);
      v128.store(q, v128.shuffle<f32>(t0, t1, 0, 1, 4, 5));
      v128.store(q + w, v128.shuffle<f32>(t0, t1, 2, 3, 6, 7));
      v128.store(q + 2 * w, v128.shuffle<f32>(t2, t3, 0, 1, 4, 5));
      v128.store(q + 3 * w, v128.shuffle<f32>(t2, t3, 2, 3, 6, 7));
    }
    for (; c < columns; c++, p += s, q += 4) for (let i = 0; i < 4; i++) store<f32>(q + <usize>i * w, load<f32>(p + bytes(i)));
  }
  for (; r < rows; r++) for (let c = 0; c < columns; c++) store<f32>(o + bytes(r * columns + c), load<f32>(a + bytes(r + c * step)));
}

/** The reverse: o seen through strides = a, without gaps. */
export function paste4(a: usize, o: usize, n0: i32, n1: i32, n2: i32, n3: i32, o0: i32, o1: i32, o2: i32, o3: i32): void {
  for (let i = 0; i < n0; i++) for (let j = 0; j < n1; j++) {
    let p = o + bytes(i * o0 + j * o1);
    for (let k = 0; k < n2; k++, p += bytes(o2)) {
      let x = p, l = 0;
      if (o3 == 1) for (; l + 4 <= n3; l += 4, x += 16, a += 16) v128.store(x, v128.load(a));
      for (; l < n3; l++, x += bytes(o3), a += 4) store<f32>(x, load<f32>(a));
    }
  }
}

/** o [count, width] = the rows of a that the list names. */
export function gather(a: usize, rows: usize, o: usize, count: i32, width: i32): void {
  for (let i = 0; i < count; i++, o += bytes(width)) memory.copy(o, a + bytes(load<i32>(rows + bytes(i)) * width), bytes(width));
}

/** o, zeros, += the rows of g, each where the list says. */
export function scatterAdd(g: usize, rows: usize, o: usize, count: i32, width: i32): void {
  for (let i = 0; i < count; i++, g += bytes(width)) addTo(o + bytes(load<i32>(rows + bytes(i)) * width), g, width);
}

/** x [M, N] += b [N], row by row. */
export function addRow(x: usize, b: usize, M: i32, N: i32): void {
  for (let i = 0; i < M; i++, x += bytes(N)) addTo(x, b, N);
}
