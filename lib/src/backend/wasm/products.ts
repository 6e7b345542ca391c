/** Sums, maxima and matrix products. */
import { keepAxes, type Shape, sizeOf } from "../../core/shape.ts";
import type { ReduceOp } from "../backend.ts";
import type { WasmArray } from "./array.ts";
import type { Engine } from "./engine.ts";
import { loopOver, stretched, stridesIn, viewOf } from "./views.ts";

/** Neighbouring axes are reduced together, the last group first. Axes of size 1 are nothing to reduce. */
export function reduce(e: Engine, op: ReduceOp, x: WasmArray, axes: readonly number[]): WasmArray {
  const memory = e.begin();
  const kernel = e.kernels[`reduce_${op}`];
  let left = axes.filter((axis) => x.shape[axis] !== 1);
  let from = e.flat(x);
  let shape = x.shape;
  let out: WasmArray | null = null;
  do {
    const last = left.length === 0 ? -1 : left[left.length - 1];
    let first = last;
    while (first > 0 && left.includes(first - 1)) first--;
    const group = left.filter((axis) => axis >= first);
    left = left.filter((axis) => axis < first);
    const inner = sizeOf(shape.slice(last + 1));
    const n = sizeOf(group.map((axis) => shape[axis]));
    const outer = group.length === 0 ? 1 : sizeOf(shape.slice(0, first));
    shape = keepAxes(shape, group);
    out = e.make(shape);
    kernel(from, out.ptr, outer, n, inner, memory.scratch);
    from = out.ptr;
  } while (left.length > 0);
  return out;
}

export function matmul(e: Engine, a: WasmArray, b: WasmArray, shape: Shape): WasmArray {
  const memory = e.begin();
  const x = memory.bring(a);
  const y = memory.bring(b);
  const out = e.make(shape);
  const rank = shape.length;
  const M = shape[rank - 2];
  const N = shape[rank - 1];
  const K = x.shape[x.shape.length - 1];
  if (rank === 2) {
    const p = stridesIn(x);
    const q = stridesIn(y);
    e.kernels.matmul(M, N, K, e.at(x), p[0], p[1], e.at(y), q[0], q[1], out.ptr, memory.scratch);
    return out;
  }
  const p = stridesIn(x).slice(-2);
  const q = stridesIn(y).slice(-2);
  const lead = shape.slice(0, -2);
  const own = [stretched(x, [...lead, M, K]).slice(0, -2), stretched(y, [...lead, K, N]).slice(0, -2)];
  const { sizes, steps } = loopOver(lead, own);
  const [s, t] = steps;
  const [n0, n1] = sizes.slice(-2);
  for (let i = 0, to = out.ptr; i < sizeOf(sizes.slice(0, -2)); i++, to += n0 * n1 * M * N * 4) {
    const [u, v] = startOf(i, sizes.slice(0, -2), [s, t]);
    const k = sizes.length;
    e.kernels.matmuls(
      n0,
      n1,
      s[k - 2],
      s[k - 1],
      t[k - 2],
      t[k - 1],
      M,
      N,
      K,
      e.at(x) + u * 4,
      p[0],
      p[1],
      e.at(y) + v * 4,
      q[0],
      q[1],
      to,
      memory.scratch,
    );
  }
  return out;
}

/** Where each operand stands at step i of a loop over leading axes. */
function startOf(i: number, sizes: readonly number[], steps: readonly (readonly number[])[]): number[] {
  const at = steps.map(() => 0);
  for (let axis = sizes.length - 1, rest = i; axis >= 0; axis--) {
    for (let k = 0; k < at.length; k++) at[k] += (rest % sizes[axis]) * steps[k][axis];
    rest = Math.floor(rest / sizes[axis]);
  }
  return at;
}

/** x as rows of its last axis: how many, how long. */
export function rowsOf(x: { readonly shape: Shape; readonly size: number }): [number, number] {
  const N = x.shape[x.shape.length - 1];
  return [N === 0 ? 0 : x.size / N, N];
}

/** x with its last two axes exchanged. */
export function turned(x: WasmArray): WasmArray {
  const s = stridesIn(x);
  return viewOf(x, [x.shape[1], x.shape[0]], [s[1], s[0]]);
}
