/** Kernels for composed functions. Each must equal its composition, which stays the definition; tests compare them. */
import { sameShape } from "../../core/shape.ts";
import type { FusedKernel } from "../backend.ts";
import type { WasmArray } from "./array.ts";
import type { Engine } from "./engine.ts";
import { placeNumbers } from "./movement.ts";
import { binary } from "./pointwise.ts";
import { rowsOf } from "./products.ts";
import { stridesIn } from "./views.ts";
import { conv2d, pool } from "./windows.ts";

/** The kernels below, typed: handles of this backend are arrays of this backend. */
export interface Pair<Options> {
  forward(inputs: readonly WasmArray[], options: Options): { output: WasmArray; saved: readonly WasmArray[] } | null;
  backward(
    g: WasmArray,
    inputs: readonly WasmArray[],
    output: WasmArray,
    saved: readonly WasmArray[],
    options: Options,
    needs: readonly boolean[],
  ): readonly (WasmArray | null)[];
}

export function fusedKernels(e: Engine): { readonly [name: string]: FusedKernel } {
  const kernels = {
    affine: affine(e),
    softmax: rowwise(e, "softmax"),
    logSoftmax: rowwise(e, "logSoftmax"),
    causalSoftmax: causalSoftmax(e),
    crossEntropy: crossEntropy(e),
    layerNorm: layerNorm(e),
    gelu: gelu(e),
    lstm: lstm(e),
    conv2d: conv2d(e),
    maxPool2d: pool(e, "max"),
    avgPool2d: pool(e, "avg"),
  };
  return kernels as unknown as { readonly [name: string]: FusedKernel };
}

/** xW + b. */
function affine(e: Engine): Pair<null> {
  return {
    forward([x, W, b]) {
      const { scratch } = e.begin();
      const [M, K] = rowsOf(x);
      const N = W.shape[1];
      if (x.size === 0 || N === 0) return null;
      const from = e.flat(x);
      const bias = e.flat(b);
      const w = e.memory.bring(W);
      const [wk, wn] = stridesIn(w);
      const output = e.make([...x.shape.slice(0, -1), N]);
      e.kernels.matmul(M, N, K, from, K, 1, e.at(w), wk, wn, output.ptr, scratch);
      e.kernels.addRow(output.ptr, bias, M, N);
      return { output, saved: [] };
    },
    backward(g, [x, W, b], _y, _saved, _options, needs) {
      const { scratch } = e.begin();
      const [M, K] = rowsOf(x);
      const N = W.shape[1];
      const from = e.flat(x);
      const back = e.flat(g);
      const w = e.memory.bring(W);
      const [wk, wn] = stridesIn(w);
      const dx = needs[0] ? e.make(x.shape) : null;
      const dW = needs[1] ? e.make(W.shape) : null;
      const db = needs[2] ? e.make(b.shape) : null;
      if (dx) e.kernels.matmul(M, K, N, back, N, 1, e.at(w), wn, wk, dx.ptr, scratch);
      if (dW) e.kernels.matmul(K, N, M, from, 1, K, back, N, 1, dW.ptr, scratch);
      if (db) e.kernels.sumRows(back, db.ptr, M, N, scratch);
      return [dx, dW, db];
    },
  };
}

/** Functions along the last axis whose gradient needs only their result. */
function rowwise(e: Engine, name: "softmax" | "logSoftmax"): Pair<{ axis: number }> {
  return {
    forward([x], { axis }) {
      if (axis !== x.shape.length - 1 || x.size === 0) return null;
      e.begin();
      const from = e.flat(x);
      const output = e.make(x.shape);
      e.kernels[name](from, output.ptr, ...rowsOf(x));
      return { output, saved: [] };
    },
    backward: rowGradient(e, `${name}Back`),
  };
}

/** Of functions of rows whose gradient needs only their result. */
function rowGradient(e: Engine, kernel: "softmaxBack" | "logSoftmaxBack"): Pair<unknown>["backward"] {
  return (g, [x], y) => {
    e.begin();
    const from = e.flat(y);
    const back = e.flat(g);
    const dx = e.make(x.shape);
    e.kernels[kernel](from, back, dx.ptr, ...rowsOf(x));
    return [dx];
  };
}

/** Rows of scores [..., T, S] of which query t sees the first S − T + t + 1. */
function causalSoftmax(e: Engine): Pair<null> {
  return {
    forward([x]) {
      const [T, S] = x.shape.slice(-2);
      if (x.size === 0) return null;
      e.begin();
      const from = e.flat(x);
      const output = e.make(x.shape);
      e.kernels.causalSoftmax(from, output.ptr, x.size / S, T, S);
      return { output, saved: [] };
    },
    backward: rowGradient(e, "softmaxBack"),
  };
}

/** The loss, and its gradient at once. */
function crossEntropy(e: Engine): Pair<{ labels: Int32Array }> {
  return {
    forward([x], { labels }) {
      const memory = e.begin();
      const from = e.flat(x);
      const ids = placeNumbers(e, labels);
      const dx = e.make(x.shape);
      const output = e.make([]);
      memory.f32[output.ptr >>> 2] = e.kernels.crossEntropy(from, ids, dx.ptr, ...rowsOf(x));
      return { output, saved: [dx] };
    },
    backward: (g, _inputs, _y, [dx]) => [binary(e, "mul", dx, g, dx.shape)],
  };
}

/** Over the last axis, with gain and bias. */
function layerNorm(e: Engine): Pair<{ eps: number }> {
  return {
    forward([x, gain, bias], { eps }) {
      const [M, N] = rowsOf(x);
      if (x.size === 0 || !sameShape(gain.shape, [N]) || !sameShape(bias.shape, [N])) return null;
      e.begin();
      const from = e.flat(x);
      const a = e.flat(gain);
      const b = e.flat(bias);
      const output = e.make(x.shape);
      const stats = e.make([M, 2]);
      e.kernels.layerNorm(from, a, b, output.ptr, stats.ptr, M, N, eps);
      return { output, saved: [stats] };
    },
    backward(g, [x, gain, bias], _y, [stats]) {
      e.begin();
      const from = e.flat(x);
      const a = e.flat(gain);
      const back = e.flat(g);
      const s = e.flat(stats);
      const dx = e.make(x.shape);
      const dgain = e.zeros(gain.shape);
      const dbias = e.zeros(bias.shape);
      e.kernels.layerNormBack(from, a, back, s, dx.ptr, dgain.ptr, dbias.ptr, ...rowsOf(x));
      return [dx, dgain, dbias];
    },
  };
}

function gelu(e: Engine): Pair<{ approximate: "none" | "tanh" }> {
  const name = ({ approximate }: { approximate: "none" | "tanh" }) => (approximate === "tanh" ? "geluTanh" : "gelu");
  return {
    forward([x], options) {
      e.begin();
      const from = e.flat(x);
      const output = e.make(x.shape);
      e.kernels[name(options)](from, output.ptr, output.size);
      return { output, saved: [] };
    },
    backward(g, [x], _y, _saved, options) {
      e.begin();
      const from = e.flat(x);
      const back = e.flat(g);
      const dx = e.make(x.shape);
      e.kernels[`${name(options)}Back`](from, back, dx.ptr, dx.size);
      return [dx];
    },
  };
}

/** Gates [B, 4H] and memory [B, H] → states and memories [2B, H]. */
function lstm(e: Engine): Pair<null> {
  return {
    forward([gates, c]) {
      if (c.size === 0) return null;
      e.begin();
      const [B, H] = c.shape;
      const from = e.flat(gates);
      const memory = e.flat(c);
      const output = e.make([2 * B, H]);
      const acts = e.make([4 * B * H + 8]);
      const bent = e.make([B, H]);
      e.kernels.lstm(from, memory, output.ptr, acts.ptr, bent.ptr, B, H);
      return { output, saved: [acts, bent] };
    },
    backward(g, [gates, c], _y, [acts, bent]) {
      e.begin();
      const back = e.flat(g);
      const memory = e.flat(c);
      const [p, q] = [e.flat(acts), e.flat(bent)];
      const dgates = e.make(gates.shape);
      const dc = e.make(c.shape);
      e.kernels.lstmBack(back, memory, p, q, dgates.ptr, dc.ptr, ...(c.shape as [number, number]));
      return [dgates, dc];
    },
  };
}
