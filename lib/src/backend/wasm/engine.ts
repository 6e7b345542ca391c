/** What every operation of the wasm backend begins with: the memory, the kernels, and how arrays get an address. */
import { type Shape, sizeOf } from "../../core/shape.ts";
import type { WasmArray } from "./array.ts";
import type { Kernels } from "./load.ts";
import type { Memory } from "./memory.ts";
import { loopOver, stretched, stridesIn, viewOf } from "./views.ts";

export class Engine {
  readonly memory: Memory;
  readonly kernels: Kernels;

  constructor(memory: Memory, kernels: Kernels) {
    this.memory = memory;
    this.kernels = kernels;
  }

  /** The first line of every operation, and the only place where arrays may move. */
  begin(): Memory {
    if (this.memory.pressure) this.memory.relieve();
    return this.memory;
  }

  /** The address of an array that was brought. */
  at(x: WasmArray): number {
    return x.base.ptr + x.offset * 4;
  }

  /** The address of x without gaps: copied if it is a strided view. */
  flat(x: WasmArray): number {
    const here = this.memory.bring(x);
    return here.strides === null ? this.at(here) : this.copy(here).ptr;
  }

  /** The address of x stretched to a shape, without gaps. */
  flatAs(x: WasmArray, shape: Shape): number {
    return x.size === sizeOf(shape) ? this.flat(x) : this.flat(viewOf(x, shape, stretched(x, shape)));
  }

  make(shape: Shape): WasmArray {
    return this.memory.alloc(shape, sizeOf(shape));
  }

  zeros(shape: Shape): WasmArray {
    const out = this.make(shape);
    this.kernels.fill(out.ptr, 0, out.size);
    return out;
  }

  /** A gap-free copy of an array that was brought. */
  copy(x: WasmArray): WasmArray {
    const out = this.make(x.shape);
    const from = this.at(x);
    const { copy4 } = this.kernels;
    inPieces(x.shape, stridesIn(x), (at, to, n, s) =>
      copy4(from + at * 4, out.ptr + to * 4, n[0], n[1], n[2], n[3], s[0], s[1], s[2], s[3]),
    );
    return out;
  }

  /** Writes x into `out`, which has no gaps, with its first number at `before`. */
  paste(x: WasmArray, out: WasmArray, before: readonly number[]): void {
    const from = this.flat(x);
    const strides = stridesIn(out);
    const start = before.reduce((at, i, axis) => at + i * strides[axis], 0);
    const { paste4 } = this.kernels;
    inPieces(x.shape, strides, (at, to, n, s) =>
      paste4(from + to * 4, out.ptr + (start + at) * 4, n[0], n[1], n[2], n[3], s[0], s[1], s[2], s[3]),
    );
  }
}

type Piece = (at: number, to: number, sizes: readonly number[], steps: readonly number[]) => void;

/** Cuts a walk over any number of axes into walks over four: `at` counts along the strides, `to` without gaps. */
function inPieces(shape: Shape, strides: readonly number[], run: Piece): void {
  const { sizes, steps } = loopOver(shape, [strides]);
  const extra = sizes.length - 4;
  const inner = sizes.slice(extra);
  const innerSteps = steps[0].slice(extra);
  const block = sizeOf(inner);
  const count = sizeOf(sizes.slice(0, extra));
  for (let i = 0; i < count; i++) {
    let at = 0;
    for (let k = extra - 1, rest = i; k >= 0; k--) {
      at += (rest % sizes[k]) * steps[0][k];
      rest = Math.floor(rest / sizes[k]);
    }
    run(at, i * block, inner, innerSteps);
  }
}
