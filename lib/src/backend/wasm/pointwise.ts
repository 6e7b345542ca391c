/** Operations on each number, on pairs, and the choice between two. */
import { type Shape, sameShape, sizeOf } from "../../core/shape.ts";
import type { BinaryOp, SlopeOp, UnaryOp } from "../backend.ts";
import type { WasmArray } from "./array.ts";
import type { Engine } from "./engine.ts";
import { loopOver, stretched } from "./views.ts";

export function unary(e: Engine, op: UnaryOp, x: WasmArray): WasmArray {
  e.begin();
  const from = e.flat(x);
  const out = e.make(x.shape);
  e.kernels[`map_${op}`](from, out.ptr, out.size);
  return out;
}

export function slope(e: Engine, op: SlopeOp, g: WasmArray, y: WasmArray): WasmArray {
  e.begin();
  const back = e.flat(g);
  const from = e.flat(y);
  const out = e.make(y.shape);
  e.kernels[`${op}_back`](back, from, out.ptr, out.size);
  return out;
}

export function binary(e: Engine, op: BinaryOp, a: WasmArray, b: WasmArray, shape: Shape): WasmArray {
  const memory = e.begin();
  const x = memory.bring(a);
  const y = memory.bring(b);
  const out = e.make(shape);
  const gapless = x.strides === null && y.strides === null;
  if (gapless && x.size === out.size && y.size === out.size) {
    e.kernels[`zip_${op}`](e.at(x), e.at(y), out.ptr, out.size);
    return out;
  }
  const zip4 = e.kernels[`zip4_${op}`];
  if (gapless && x.size === out.size && y.size === 1) {
    zip4(e.at(x), e.at(y), out.ptr, 1, 1, 1, out.size, 0, 0, 0, 1, 0, 0, 0, 0);
    return out;
  }
  if (gapless && x.size === out.size && isTail(y.shape, shape)) {
    const n = y.size; // a bias: every row and the same row
    zip4(e.at(x), e.at(y), out.ptr, 1, 1, n === 0 ? 0 : out.size / n, n, 0, 0, n, 1, 0, 0, 0, 1);
    return out;
  }
  const { sizes: n, steps } = loopOver(shape, [stretched(x, shape), stretched(y, shape)]);
  const [p, q] = steps;
  if (n.length === 4) {
    zip4(e.at(x), e.at(y), out.ptr, n[0], n[1], n[2], n[3], p[0], p[1], p[2], p[3], q[0], q[1], q[2], q[3]);
    return out;
  }
  const from = e.flatAs(x, shape);
  e.kernels[`zip_${op}`](from, e.flatAs(y, shape), out.ptr, out.size);
  return out;
}

export function where(e: Engine, condition: WasmArray, a: WasmArray, b: WasmArray, shape: Shape): WasmArray {
  e.begin();
  const c = e.flatAs(condition, shape);
  const p = e.flatAs(a, shape);
  const q = e.flatAs(b, shape);
  const out = e.make(shape);
  e.kernels.select(c, p, q, out.ptr, sizeOf(shape));
  return out;
}

const isTail = (tail: Shape, shape: Shape): boolean =>
  tail.length <= shape.length && sameShape(tail, shape.slice(-tail.length));
