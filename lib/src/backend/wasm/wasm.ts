/**
 * The fast backend: SIMD kernels in WebAssembly over arrays in its memory. By default it computes the same bits on every
 * machine; `setBackend("wasm", { relaxed: true })` lets the machine fuse multiplications and additions. Chapter 26.
 */
import { ValueError } from "../../core/errors.ts";
import { type Shape, sizeOf } from "../../core/shape.ts";
import type {
  AdamStep,
  Backend,
  BackendMemory,
  BinaryOp,
  FusedKernel,
  ReduceOp,
  SgdStep,
  SlopeOp,
  UnaryOp,
  Window,
} from "../backend.ts";
import type { WasmArray } from "./array.ts";
import { Engine } from "./engine.ts";
import { fusedKernels } from "./fused.ts";
import { knowsRelaxed, loadKernels } from "./load.ts";
import { type Mark, Memory, type MemoryOptions } from "./memory.ts";
import * as movement from "./movement.ts";
import * as pointwise from "./pointwise.ts";
import * as products from "./products.ts";
import * as updates from "./updates.ts";

const MB = 1 << 20;
/** Numbers beyond which data waits outside the WebAssembly memory until an operation needs it. */
const LARGE = 1 << 18;

export interface WasmOptions {
  /** Use relaxed SIMD where the engine has it: faster, but bits differ between machines. */
  readonly relaxed?: boolean;
  /** Megabytes of the nursery. */
  readonly nursery?: number;
  /** Move every array before every operation: slow, and finds operations that hold on to an address. */
  readonly torture?: boolean;
}

export class WasmBackend implements Backend {
  readonly name: string = "wasm";
  readonly engine: Engine;
  readonly fused: { readonly [name: string]: FusedKernel };
  readonly memory: BackendMemory;

  constructor({ relaxed = false, nursery = 32, torture = false, ...unknown }: WasmOptions = {}) {
    checkOptions(nursery, unknown);
    const size = Math.max(1, Math.floor(nursery)) * MB;
    const options: MemoryOptions = { nursery: size, pinned: size, maximum: 1024 * MB, entries: torture ? 0 : 2048 };
    const memory = new Memory(options);
    this.engine = new Engine(memory, loadKernels(memory.wasm, relaxed && knowsRelaxed() ? "relaxed" : "plain"));
    this.fused = fusedKernels(this.engine);
    this.memory = {
      enter: () => memory.enter(),
      leave: (mark, keep) => memory.leave(mark as Mark, keep as readonly WasmArray[]),
      release: (arrays) => memory.release(arrays as readonly WasmArray[]),
      rest: () => memory.rest(),
    };
  }

  fromData(data: ArrayLike<number>, shape: Shape): WasmArray {
    const memory = this.engine.begin();
    if (data.length > LARGE) return memory.outside(shape, Float32Array.from(data));
    const out = memory.alloc(shape, data.length);
    memory.f32.set(data, out.ptr >>> 2);
    return out;
  }

  full(shape: Shape, value: number): WasmArray {
    const out = this.engine.begin().alloc(shape, sizeOf(shape));
    this.engine.kernels.fill(out.ptr, value, out.size);
    return out;
  }

  read(x: WasmArray): Float32Array {
    const memory = this.engine.begin();
    const { ptr, copy, copyAt } = x.base;
    if (ptr === 0 && copy !== null && x.strides === null) {
      const at = copyAt + x.offset;
      return copy.slice(at, at + x.size);
    }
    const from = this.engine.flat(x) >>> 2;
    return memory.f32.slice(from, from + x.size);
  }

  unary(op: UnaryOp, x: WasmArray): WasmArray {
    return pointwise.unary(this.engine, op, x);
  }
  slope(op: SlopeOp, g: WasmArray, y: WasmArray): WasmArray {
    return pointwise.slope(this.engine, op, g, y);
  }
  binary(op: BinaryOp, a: WasmArray, b: WasmArray, shape: Shape): WasmArray {
    return pointwise.binary(this.engine, op, a, b, shape);
  }
  where(condition: WasmArray, a: WasmArray, b: WasmArray, shape: Shape): WasmArray {
    return pointwise.where(this.engine, condition, a, b, shape);
  }
  reduce(op: ReduceOp, x: WasmArray, axes: readonly number[]): WasmArray {
    return products.reduce(this.engine, op, x, axes);
  }
  matmul(a: WasmArray, b: WasmArray, shape: Shape): WasmArray {
    return products.matmul(this.engine, a, b, shape);
  }

  reshape(x: WasmArray, shape: Shape): WasmArray {
    return movement.reshape(this.engine, x, shape);
  }
  permute(x: WasmArray, order: readonly number[]): WasmArray {
    return movement.permute(x, order);
  }
  expand(x: WasmArray, shape: Shape): WasmArray {
    return movement.expand(x, shape);
  }
  slice(x: WasmArray, from: readonly number[], to: readonly number[]): WasmArray {
    return movement.slice(x, from, to);
  }
  pad(x: WasmArray, before: readonly number[], shape: Shape): WasmArray {
    return movement.pad(this.engine, x, before, shape);
  }
  concat(xs: readonly WasmArray[], axis: number): WasmArray {
    return movement.concat(this.engine, xs, axis);
  }
  gather(x: WasmArray, rows: Int32Array): WasmArray {
    return movement.gather(this.engine, x, rows);
  }
  scatterAdd(g: WasmArray, rows: Int32Array, count: number): WasmArray {
    return movement.scatterAdd(this.engine, g, rows, count);
  }
  unfold(x: WasmArray, window: Window): WasmArray {
    return movement.unfold(this.engine, x, window);
  }
  fold(g: WasmArray, shape: Shape, window: Window): WasmArray {
    return movement.fold(this.engine, g, shape, window);
  }

  persistent(x: WasmArray): WasmArray {
    return updates.persistent(this.engine, x);
  }
  assign(target: WasmArray, x: WasmArray): void {
    updates.assign(this.engine, target, x);
  }
  accumulate(target: WasmArray, x: WasmArray): void {
    updates.accumulate(this.engine, target, x);
  }
  sgdStep(p: WasmArray, g: WasmArray, velocity: WasmArray | null, step: SgdStep): void {
    updates.sgdStep(this.engine, p, g, velocity, step);
  }
  adamStep(p: WasmArray, g: WasmArray, m: WasmArray, v: WasmArray, step: AdamStep): void {
    updates.adamStep(this.engine, p, g, m, v, step);
  }
}

function checkOptions(nursery: number, unknown: object): void {
  const names = Object.keys(unknown);
  if (names.length === 0 && Number.isFinite(nursery) && nursery >= 1) return;
  throw new ValueError({
    op: "setBackend",
    rule: names.length > 0 ? "the wasm backend has no such option" : "a nursery needs at least 1 MB",
    got: names.length > 0 ? names.join(", ") : String(nursery),
    expected: "relaxed, nursery (megabytes) or torture",
    hint: 'setBackend("wasm", { relaxed: true })',
  });
}
