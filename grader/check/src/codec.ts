/** Plain values as bytes: typed, bounded, and nothing else. What does not fit the bounds is an error, never a guess. */
import { BOUNDS } from "./cross.ts";
import { Foreign, isForeign, isRecord, isTensor } from "./values.ts";

export type Floats = Float32Array | Float64Array;
type Numbers = Floats | Int32Array;
export class FrameError extends Error {}

/** Names for what cannot be copied: functions that are called back, arrays that both sides hold. */
type Callback = (...args: unknown[]) => unknown;
export interface Names {
  callback?(f: Callback): number;
  shared?(array: unknown): number | null;
}
export interface Lookup {
  callback?(id: number): unknown;
  shared?(id: number): unknown;
}

const Tag = {
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

/** The bytes of a value. */
export function encode(value: unknown, names: Names = {}): Uint8Array {
  const out = new Writer();
  let nodes = 0;
  const write = (v: unknown, depth: number): void => {
    if (++nodes > BOUNDS.nodes) throw new FrameError(`more than ${BOUNDS.nodes} values`);
    if (depth > BOUNDS.depth) throw new FrameError(`nested more than ${BOUNDS.depth} levels deep`);
    if (writeSimple(out, v) || writeNamed(out, v, names) || writeNumbers(out, v)) return;
    if (Array.isArray(v)) {
      out.byte(Tag.list).whole(v.length);
      for (let k = 0; k < v.length; k++) write(v[k], depth + 1);
    } else if (isRecord(v) && !isForeign(v)) {
      const pairs = Object.entries(v);
      out.byte(Tag.record).whole(pairs.length);
      for (const [key, x] of pairs) {
        out.text(key);
        write(x, depth + 1);
      }
    } else out.byte(Tag.foreign).text(isForeign(v) ? v.foreign : `a ${typeof v}`);
  };
  write(value, 0);
  return out.done();
}

function writeSimple(out: Writer, v: unknown): boolean {
  if (typeof v === "number") out.byte(Tag.number).float(v);
  else if (typeof v === "string") out.byte(Tag.string).text(v);
  else if (typeof v === "boolean") out.byte(v ? Tag.true : Tag.false);
  else if (v === undefined || v === null) out.byte(v === null ? Tag.null : Tag.undefined);
  else return false;
  return true;
}

function writeNamed(out: Writer, v: unknown, names: Names): boolean {
  const shared = names.shared?.(v) ?? null;
  if (shared !== null) out.byte(Tag.shared).whole(shared);
  else if (typeof v === "function" && names.callback) out.byte(Tag.callback).whole(names.callback(v as Callback));
  else return false;
  return true;
}

function writeNumbers(out: Writer, v: unknown): boolean {
  if (v instanceof Float32Array || v instanceof Float64Array || v instanceof Int32Array) out.numbers(v);
  else if (isTensor(v)) {
    out.byte(Tag.tensor).whole(v.shape.length);
    for (const size of v.shape) out.whole(size);
    out.numbers(v.data);
  } else return false;
  return true;
}

/** The value of some bytes. Throws a FrameError for any bytes that `encode` could not have made. */
export function decode(bytes: Uint8Array, lookup: Lookup = {}): unknown {
  const from = new Reader(bytes);
  let nodes = 0;
  const count = (): number => {
    const n = from.whole();
    if (n > BOUNDS.nodes || n > from.left) throw new FrameError(`a count of ${n} in ${from.left} bytes`);
    return n;
  };
  const read = (depth: number): unknown => {
    if (++nodes > BOUNDS.nodes) throw new FrameError(`more than ${BOUNDS.nodes} values`);
    if (depth > BOUNDS.depth) throw new FrameError(`nested more than ${BOUNDS.depth} levels deep`);
    const tag = from.byte();
    switch (tag) {
      case Tag.undefined:
        return undefined;
      case Tag.null:
        return null;
      case Tag.false:
        return false;
      case Tag.true:
        return true;
      case Tag.number:
        return from.float();
      case Tag.string:
        return from.text();
      case Tag.foreign:
        return new Foreign(from.text().slice(0, 80));
      case Tag.list:
        return Array.from({ length: count() }, () => read(depth + 1));
      case Tag.record: // fromEntries defines own properties, so that "__proto__" is a name like any other
        return Object.fromEntries(Array.from({ length: count() }, () => [from.text(), read(depth + 1)]));
      case Tag.float32:
      case Tag.float64:
      case Tag.int32:
        return from.numbers(tag);
      case Tag.tensor:
        return tensorFrom(from);
      case Tag.callback:
        if (lookup.callback) return lookup.callback(from.whole());
        break;
      case Tag.shared:
        if (lookup.shared) return lookup.shared(from.whole());
        break;
    }
    throw new FrameError(`no value starts with byte ${tag}`);
  };
  const value = read(0);
  if (from.left > 0) throw new FrameError(`${from.left} bytes too many`);
  return value;
}

function tensorFrom(from: Reader): unknown {
  const rank = from.whole();
  if (rank > BOUNDS.depth) throw new FrameError(`a tensor of rank ${rank}`);
  const shape = Array.from({ length: rank }, () => from.whole());
  const data = from.numbers(from.byte());
  if (data instanceof Int32Array) throw new FrameError("a tensor of whole numbers");
  if (shape.reduce((a, b) => a * b, 1) !== data.length) throw new FrameError("a shape that is not that of its numbers");
  return { shape, data };
}

class Writer {
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

class Reader {
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
