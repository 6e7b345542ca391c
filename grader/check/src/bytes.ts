/** Reads and writes the bytes of a frame: small things of known width, texts and numbers that say their own length. */
import { BOUNDS } from "./cross.ts";

export type Floats = Float32Array | Float64Array;
export type Numbers = Floats | Int32Array;
export class FrameError extends Error {}

/** What the next bytes are. */
export const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  string: 5,
  list: 6,
  record: 7,
  float32: 8,
  float64: 9,
  int32: 10,
  tensor: 11,
  callback: 12,
  shared: 13,
  foreign: 14,
} as const;

const utf8 = { write: new TextEncoder(), read: new TextDecoder("utf-8", { fatal: true }) };

export class Writer {
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private at = 0;

  byte(v: number): this {
    this.room(1);
    this.bytes[this.at++] = v;
    return this;
  }
  whole(v: number): void {
    this.room(4);
    this.view.setUint32(this.at, v, true);
    this.at += 4;
  }
  float(v: number): void {
    this.room(8);
    this.view.setFloat64(this.at, v, true);
    this.at += 8;
  }
  text(v: string): void {
    if (v.length > BOUNDS.bytes) throw new FrameError("more than 16 MB");
    this.raw(utf8.write.encode(v));
  }
  numbers(v: Numbers): void {
    this.byte(v instanceof Float32Array ? Tag.float32 : v instanceof Float64Array ? Tag.float64 : Tag.int32);
    this.raw(new Uint8Array(v.buffer, v.byteOffset, v.byteLength));
  }
  done(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
  private raw(v: Uint8Array): void {
    this.whole(v.length);
    this.room(v.length);
    this.bytes.set(v, this.at);
    this.at += v.length;
  }
  private room(n: number): void {
    const need = this.at + n;
    if (need > BOUNDS.bytes) throw new FrameError("more than 16 MB");
    if (need <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(need, 2 * this.bytes.length));
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

export class Reader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;
  constructor(bytes: Uint8Array) {
    if (bytes.length > BOUNDS.bytes) throw new FrameError("more than 16 MB");
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }
  byte(): number {
    return this.bytes[this.take(1)];
  }
  whole(): number {
    return this.view.getUint32(this.take(4), true);
  }
  float(): number {
    return this.view.getFloat64(this.take(8), true);
  }
  text(): string {
    const at = this.raw();
    try {
      return utf8.read.decode(this.bytes.subarray(at, this.at));
    } catch {
      throw new FrameError("text that is not UTF-8");
    }
  }
  numbers(tag: number): Numbers {
    const kind = tag === Tag.float32 ? Float32Array : tag === Tag.float64 ? Float64Array : Int32Array;
    if (tag < Tag.float32 || tag > Tag.int32) throw new FrameError(`no numbers start with byte ${tag}`);
    const at = this.raw();
    const length = this.at - at;
    if (length % kind.BYTES_PER_ELEMENT !== 0) throw new FrameError("half a number");
    return new kind(this.bytes.slice(at, this.at).buffer as ArrayBuffer);
  }
  /** The start of a block that says its own length. */
  private raw(): number {
    return this.take(this.whole());
  }
  private take(n: number): number {
    if (n > this.left) throw new FrameError(`${n} bytes due, ${this.left} left`);
    this.at += n;
    return this.at - n;
  }
}
