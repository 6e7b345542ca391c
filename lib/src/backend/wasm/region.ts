/** A part of the WebAssembly memory in which arrays are placed one after another, and a list of what it holds. */
import type { WasmArray } from "./array.ts";
import { bytesOf } from "./array.ts";

/** Bytes at the end of a chunk that stay free: vector loads may reach beyond the last number of a view. */
const GUARD = 64;

interface Chunk {
  readonly start: number;
  readonly end: number;
}

export class Region {
  /** What was placed here since it was last empty, in order. */
  readonly list: (WasmArray | null)[] = [];
  count = 0;
  /** Chunks that count as its normal size; it uses more only until the next safe point. */
  normal = 1;
  /** Bytes that had to come back after the last evacuation. */
  returned = 0;
  readonly #chunks: Chunk[] = [];
  #chunk = 0;
  #top = 0;
  #end = 0;

  /** Bytes of its normal size. */
  get capacity(): number {
    return this.#bytesBefore(this.normal);
  }

  get overflowing(): boolean {
    return this.#chunk >= this.normal;
  }

  /** Bytes in use, and at the ends of chunks that had no room for the next array. */
  get used(): number {
    return this.#bytesBefore(this.#chunk) + this.#top - this.#chunks[this.#chunk].start;
  }

  #bytesBefore(chunk: number): number {
    let total = 0;
    for (let i = 0; i < chunk; i++) total += this.#chunks[i].end - this.#chunks[i].start;
    return total;
  }

  addChunk(start: number, bytes: number): void {
    this.#chunks.push({ start, end: start + bytes - GUARD });
    if (this.#chunks.length === 1) this.rewind(this.start);
  }

  /** Counts every chunk there is as normal from now on. */
  enlarge(): void {
    this.normal = this.#chunks.length;
  }

  /** Gives x a place; false when no chunk has room. */
  place(x: WasmArray): boolean {
    const bytes = bytesOf(x);
    if (this.#top + bytes > this.#end && !this.#nextChunk(bytes)) return false;
    x.ptr = this.#top;
    this.#top += bytes;
    this.list[this.count++] = x;
    return true;
  }

  #nextChunk(bytes: number): boolean {
    for (let i = this.#chunk + 1; i < this.#chunks.length; i++) {
      const { start, end } = this.#chunks[i];
      if (start + bytes > end) continue;
      this.rewind({ count: this.count, chunk: i, top: start });
      return true;
    }
    return false;
  }

  get start(): Position {
    return { count: 0, chunk: 0, top: this.#chunks[0].start };
  }

  get position(): Position {
    return { count: this.count, chunk: this.#chunk, top: this.#top };
  }

  /** Goes back (or on) to a position. */
  rewind({ count, chunk, top }: Position): void {
    this.count = count;
    this.#chunk = chunk;
    this.#top = top;
    this.#end = this.#chunks[chunk].end;
  }
}

export interface Position {
  readonly count: number;
  readonly chunk: number;
  readonly top: number;
}
