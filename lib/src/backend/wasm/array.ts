/** An array of the wasm backend: a place in the WebAssembly memory, or a copy outside it, or a view of another array. */
import type { Shape } from "../../core/shape.ts";
import type { Handle } from "../backend.ts";

/** The address of an array that nobody may use any more. */
export const RELEASED = -1;

export class WasmArray implements Handle {
  readonly shape: Shape;
  readonly size: number;
  /** Itself, or the array whose numbers this view shows. */
  readonly base: WasmArray;
  /** How many numbers apart neighbours along each axis are; null: row-major without gaps. */
  readonly strides: readonly number[] | null;
  /** Numbers between the start of the base and the first of this array. */
  readonly offset: number;
  /** Whether it may be updated in place; such arrays live outside the nursery. */
  readonly pinned: boolean;
  /** Where it starts in the WebAssembly memory, in bytes; 0: not there; RELEASED. Only bases have one. */
  ptr = 0;
  /** Its numbers outside the WebAssembly memory, from copyAt on. */
  copy: Float32Array | null = null;
  copyAt = 0;
  /** How often it came back into the WebAssembly memory. */
  visits = 0;

  constructor(shape: Shape, size: number, view: View | null, pinned: boolean) {
    this.shape = shape;
    this.size = size;
    this.base = view === null ? this : view.base;
    this.strides = view === null ? null : view.strides;
    this.offset = view === null ? 0 : view.offset;
    this.pinned = pinned;
  }
}

export interface View {
  readonly base: WasmArray;
  readonly strides: readonly number[] | null;
  readonly offset: number;
}

/** Bytes that an array takes: lengths are rounded up to 8 numbers, so that loops need no tail. */
export const bytesOf = (x: WasmArray): number => ((x.size + 7) & ~7) * 4;

/** Numbers of the base from the first to the last that x shows. */
export function extentOf(x: WasmArray): number {
  const { strides } = x;
  if (strides === null || x.size === 0) return x.size;
  return x.shape.reduce((last, n, i) => last + (n - 1) * strides[i], 1);
}
