/** Views, and copies where a view cannot do it. */
import type { Shape } from "../../core/shape.ts";
import type { Window } from "../backend.ts";
import type { WasmArray } from "./array.ts";
import type { Engine } from "./engine.ts";
import { reshapedStrides, stretched, stridesIn, viewOf } from "./views.ts";
import { countsOf, geometry } from "./windows.ts";

export function reshape(e: Engine, x: WasmArray, shape: Shape): WasmArray {
  if (x.strides === null) return viewOf(x, shape, null);
  const strides = reshapedStrides(x, shape);
  if (strides !== null) return viewOf(x, shape, strides);
  return viewOf(e.copy(e.begin().bring(x)), shape, null);
}

export function permute(x: WasmArray, order: readonly number[]): WasmArray {
  const own = stridesIn(x);
  return viewOf(
    x,
    order.map((axis) => x.shape[axis]),
    order.map((axis) => own[axis]),
  );
}

export const expand = (x: WasmArray, shape: Shape): WasmArray => viewOf(x, shape, stretched(x, shape));

export function slice(x: WasmArray, from: readonly number[], to: readonly number[]): WasmArray {
  const own = stridesIn(x);
  const shape = from.map((start, i) => to[i] - start);
  const start = from.reduce((at, i, axis) => at + i * own[axis], x.offset);
  return viewOf(x, shape, own, start);
}

export function pad(e: Engine, x: WasmArray, before: readonly number[], shape: Shape): WasmArray {
  e.begin();
  const out = e.zeros(shape);
  e.paste(x, out, before);
  return out;
}

export function concat(e: Engine, xs: readonly WasmArray[], axis: number): WasmArray {
  e.begin();
  const total = xs.reduce((sum, x) => sum + x.shape[axis], 0);
  const out = e.make(xs[0].shape.map((n, i) => (i === axis ? total : n)));
  const before = xs[0].shape.map(() => 0);
  for (const x of xs) {
    e.paste(x, out, before);
    before[axis] += x.shape[axis];
  }
  return out;
}

export function gather(e: Engine, x: WasmArray, rows: Int32Array): WasmArray {
  const memory = e.begin();
  const out = e.make([rows.length, ...x.shape.slice(1)]);
  const width = rows.length === 0 ? 0 : out.size / rows.length;
  const { copy, copyAt } = x.base;
  if (x.base.ptr === 0 && x.strides === null && copy !== null) {
    const start = copyAt + x.offset; // a large array outside: only these rows come in
    for (let i = 0; i < rows.length; i++) {
      const at = start + rows[i] * width;
      memory.f32.set(copy.subarray(at, at + width), (out.ptr >>> 2) + i * width);
    }
    return out;
  }
  const from = e.flat(x);
  e.kernels.gather(from, placeNumbers(e, rows), out.ptr, rows.length, width);
  return out;
}

export function scatterAdd(e: Engine, g: WasmArray, rows: Int32Array, count: number): WasmArray {
  e.begin();
  const out = e.zeros([count, ...g.shape.slice(1)]);
  const from = e.flat(g);
  e.kernels.scatterAdd(from, placeNumbers(e, rows), out.ptr, rows.length, rows.length === 0 ? 0 : g.size / rows.length);
  return out;
}

/** The address of whole numbers in the WebAssembly memory. */
export function placeNumbers(e: Engine, numbers: Int32Array): number {
  const { ptr } = e.make([numbers.length]);
  e.memory.i32.set(numbers, ptr >>> 2);
  return ptr;
}

export function unfold(e: Engine, x: WasmArray, window: Window): WasmArray {
  e.begin();
  const [N, C, H, W] = x.shape;
  const [oh, ow] = countsOf(H, W, window) as [number, number]; // checked
  const from = e.flat(x);
  const out = e.make([N, C * window.size[0] * window.size[1], oh * ow]);
  e.kernels.unfold(from, out.ptr, N * C, H, W, ...geometry(window), oh, ow);
  return out;
}

export function fold(e: Engine, g: WasmArray, shape: Shape, window: Window): WasmArray {
  e.begin();
  const [N, C, H, W] = shape;
  const [oh, ow] = countsOf(H, W, window) as [number, number]; // checked
  const from = e.flat(g);
  const out = e.zeros(shape);
  e.kernels.fold(from, out.ptr, N * C, H, W, ...geometry(window), oh, ow);
  return out;
}
