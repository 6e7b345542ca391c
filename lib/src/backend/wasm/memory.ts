/**
 * Where arrays live. New arrays go to a nursery inside the WebAssembly memory. When it is full, everything in it moves out
 * to JavaScript's memory and the nursery starts again: what nobody holds is then the garbage collector's business. Arrays
 * move only at the first line of an operation. Chapter 26 tells the story.
 */
import { BackendError, ReleasedError } from "../../core/errors.ts";
import { type Shape, sizeOf } from "../../core/shape.ts";
import { bytesOf, extentOf, RELEASED, WasmArray } from "./array.ts";
import { type Position, Region } from "./region.ts";

const PAGE = 1 << 16;
const GROWTH = 256; // pages added at least, when memory runs out
const SCRATCH = 1 << 20;
/** Neighbours move out together up to so many bytes; what is held keeps its whole copy alive. */
const SLAB = 1 << 14;
/** Arrays of so few bytes move out by themselves, so many together. */
const TINY = 256;
const TOGETHER = 32;
const NOTHING: ReadonlySet<WasmArray> = new Set();

export interface MemoryOptions {
  /** Bytes of the nursery, and the most it may grow to. */
  readonly nursery: number;
  readonly maximum: number;
  /** Bytes of the region of parameters and the state of optimisers. */
  readonly pinned: number;
  /** Arrays in the nursery before it counts as full. 0 moves everything before every operation, for tests. */
  readonly entries: number;
}

/** The beginning of a scope. */
export interface Mark {
  readonly epoch: number;
  readonly at: Position;
}

export class Memory {
  readonly wasm: WebAssembly.Memory;
  /** Work space of the kernels; the page before it holds their constants. */
  readonly scratch: number = PAGE;
  /** Bytes of it. */
  readonly room: number = SCRATCH;
  f32: Float32Array;
  i32: Int32Array;
  /** Whether something must move out. Looked at where an operation begins, never inside one. */
  pressure = false;
  /** How often arrays moved out, and how many bytes. */
  readonly moved = { times: 0, bytes: 0 };
  readonly #nursery = new Region();
  readonly #pinned = new Region();
  readonly #options: MemoryOptions;
  #epoch = 0;
  #scopes = 0;
  /** How full the nursery was after the last rest, and at most since then: what a step needs. 1: full. */
  #before = 0;
  #peak = 0;

  constructor(options: MemoryOptions) {
    this.#options = options;
    const low = PAGE + SCRATCH;
    this.wasm = new WebAssembly.Memory({ initial: (low + options.nursery + options.pinned) / PAGE, maximum: 65536 });
    this.f32 = new Float32Array(this.wasm.buffer);
    this.i32 = new Int32Array(this.wasm.buffer);
    this.#pinned.addChunk(low, options.pinned);
    this.#nursery.addChunk(low + options.pinned, options.nursery);
  }

  /** A new array in the nursery. Moves nothing. */
  alloc(shape: Shape, size: number): WasmArray {
    const x = new WasmArray(shape, size, null, false);
    this.#place(x, this.#nursery);
    return x;
  }

  /** A new array that may be updated in place. Moves nothing. */
  pin(shape: Shape): WasmArray {
    const x = new WasmArray(shape, sizeOf(shape), null, true);
    this.#place(x, this.#pinned);
    return x;
  }

  /** An array outside the WebAssembly memory; it comes in when an operation needs it. */
  outside(shape: Shape, data: Float32Array): WasmArray {
    const x = new WasmArray(shape, data.length, null, false);
    x.copy = data;
    return x;
  }

  /**
   * x with an address: itself, or a stand-in where only a small part of a large array outside is needed. May allocate,
   * moves nothing. Pointers are read after the last call of an operation.
   */
  bring(x: WasmArray): WasmArray {
    const { base } = x;
    if (base.ptr > 0) return x;
    if (base.ptr === RELEASED || base.copy === null) throw released();
    const extent = extentOf(x);
    const at = base.copyAt + x.offset;
    if (extent * 2 < base.size && !base.pinned) {
      const part = this.alloc([extent], extent);
      this.f32.set(base.copy.subarray(at, at + extent), part.ptr >>> 2);
      return new WasmArray(x.shape, x.size, { base: part, strides: x.strides, offset: 0 }, false);
    }
    const region = base.pinned ? this.#pinned : this.#nursery;
    this.#place(base, region);
    base.visits++;
    region.returned += bytesOf(base);
    this.f32.set(base.copy.subarray(base.copyAt, base.copyAt + base.size), base.ptr >>> 2);
    if (base.pinned) base.copy = null; // it may be written to, and the copy would go stale
    return x;
  }

  #place(x: WasmArray, region: Region): void {
    if (!region.place(x)) {
      this.#grow(region, bytesOf(x));
      region.place(x);
    }
    if (region.overflowing || (region === this.#nursery && region.count > this.#options.entries)) this.pressure = true;
  }

  #grow(region: Region, bytes: number): void {
    const pages = Math.max(Math.ceil((bytes + PAGE) / PAGE), GROWTH);
    let before: number;
    try {
      before = this.wasm.grow(pages);
    } catch {
      throw outOfMemory(bytes);
    }
    this.f32 = new Float32Array(this.wasm.buffer); // growing detached the old ones
    this.i32 = new Int32Array(this.wasm.buffer);
    region.addChunk(before * PAGE, pages * PAGE);
  }

  /** Called where an operation begins and there is pressure: empties the regions that are full. */
  relieve(): void {
    this.pressure = false;
    const nursery = this.#nursery;
    if (nursery.overflowing || nursery.count > this.#options.entries) this.#emptyNursery();
    if (this.#pinned.overflowing || this.#options.entries === 0) this.#empty(this.#pinned, Number.POSITIVE_INFINITY);
  }

  /**
   * Between training steps: empties the nursery if another step like the last would fill it in the middle of its graph,
   * and makes one larger that had no room for a step.
   */
  rest(): void {
    if (this.#scopes > 0) return;
    this.#notePeak();
    const nursery = this.#nursery;
    const tooSmall = this.#peak > 1 && this.#before < 0.1; // not even an empty one had room for a step
    if (tooSmall && nursery.capacity < this.#options.maximum) nursery.enlarge();
    if (this.#fullness + this.#peak - this.#before > 1) this.#emptyNursery();
    this.#before = this.#fullness;
    this.#peak = this.#before;
  }

  get #fullness(): number {
    const nursery = this.#nursery;
    return Math.max(nursery.used / nursery.capacity, nursery.count / Math.max(1, this.#options.entries));
  }

  #notePeak(): void {
    this.#peak = Math.max(this.#peak, this.#fullness);
  }

  #emptyNursery(): void {
    this.#notePeak();
    this.#empty(this.#nursery, this.#options.maximum);
    this.#epoch++; // marks made before now mean: from the start
  }

  #empty(region: Region, maximum: number): void {
    const tooSmall = region.returned * 4 > region.capacity; // much of what moved out was needed again
    this.#moveOut(region);
    region.returned = 0;
    if (tooSmall && region.capacity < maximum) region.enlarge();
    region.rewind(region.start);
    this.moved.times++;
  }

  #moveOut({ list, count }: Region): void {
    const tiny: WasmArray[] = [];
    for (let i = 0; i < count; ) {
      const first = list[i] as WasmArray;
      const start = first.ptr;
      let end = start + bytesOf(first);
      let j = i + 1;
      if (start > 0 && first.copy !== null) first.ptr = 0; // its copy outside is still good
      if (!mustMove(first)) {
        list[i++] = null;
        continue;
      }
      for (; j < count; j++) {
        const next = list[j] as WasmArray;
        const bytes = bytesOf(next);
        if (next.ptr !== end || next.copy !== null || end + bytes - start > SLAB) break;
        end += bytes;
      }
      const run = list.slice(i, j) as WasmArray[];
      list.fill(null, i, j);
      i = j;
      tiny.push(...run.filter((x) => bytesOf(x) <= TINY));
      this.#copyOut(run.filter((x) => bytesOf(x) > TINY));
    }
    this.#copyTinyOut(tiny);
  }

  /** Neighbours share one copy. */
  #copyOut(run: readonly WasmArray[]): void {
    if (run.length === 0) return;
    const start = run[0].ptr;
    const last = run[run.length - 1];
    const slab = this.f32.slice(start >>> 2, (last.ptr + bytesOf(last)) >>> 2);
    this.moved.bytes += slab.byteLength;
    for (const x of run) {
      x.copy = slab;
      x.copyAt = (x.ptr - start) >>> 2;
      x.ptr = 0;
    }
  }

  /** Losses and other single numbers are often held while their neighbours are not: they share copies of their own. */
  #copyTinyOut(tiny: readonly WasmArray[]): void {
    for (let i = 0; i < tiny.length; i += TOGETHER) {
      const group = tiny.slice(i, i + TOGETHER);
      const slab = new Float32Array(group.reduce((total, x) => total + x.size, 0));
      let at = 0;
      for (const x of group) {
        slab.set(this.f32.subarray(x.ptr >>> 2, (x.ptr >>> 2) + x.size), at);
        x.copy = slab;
        x.copyAt = at;
        x.ptr = 0;
        at += x.size;
      }
      this.moved.bytes += slab.byteLength;
    }
  }

  /** Nobody can reach these again: they need not move out. */
  release(arrays: readonly WasmArray[]): void {
    for (const x of arrays) {
      x.ptr = RELEASED;
      x.copy = null;
    }
  }

  enter(): Mark {
    this.#scopes++;
    return { epoch: this.#epoch, at: this.#nursery.position };
  }

  /** Gives back everything made since the mark; what is kept, and what keeps coming from outside, closes ranks. */
  leave(mark: Mark, keep: readonly WasmArray[]): void {
    this.#scopes--;
    this.#notePeak();
    const { list, count, start } = this.#nursery;
    const from = mark.epoch === this.#epoch ? mark.at : start; // emptied in between: all that is here came since
    const wanted = keep.length === 0 ? NOTHING : new Set(keep.map((x) => x.base));
    const kept: WasmArray[] = [];
    for (let i = from.count; i < count; i++) {
      const x = list[i] as WasmArray;
      list[i] = null;
      if (wanted.has(x) || (x.copy !== null && x.visits > 1))
        kept.push(x); // what comes again and again may as well stay
      else if (x.copy !== null) x.ptr = 0;
      else x.ptr = RELEASED;
    }
    this.#nursery.rewind(from);
    for (const x of kept) {
      const before = x.ptr >>> 2;
      this.#place(x, this.#nursery);
      this.f32.copyWithin(x.ptr >>> 2, before, before + x.size);
    }
  }
}

const mustMove = (x: WasmArray): boolean => x.ptr > 0 && x.copy === null;

function released(): ReleasedError {
  return new ReleasedError({
    op: "scope",
    rule: "this tensor was made inside a scope and given back when the scope ended",
    got: "a tensor that is no longer there",
    expected: "tensors made outside, or returned from the scope",
    hint: "return it: const y = scope(() => …)",
  });
}

function outOfMemory(bytes: number): BackendError {
  return new BackendError({
    op: "memory",
    rule: "WebAssembly has no room for another array",
    got: `an array of ${Math.ceil(bytes / 2 ** 20)} MB`,
    expected: "at most 4 GB in use at a time",
    hint: "smaller batches, or scope(() => …) around work whose intermediate results are not needed",
  });
}
