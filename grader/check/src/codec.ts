/** Plain values as bytes: typed, bounded, and nothing else. What does not fit the bounds is an error, never a guess. */
import { FrameError, Reader, Tag, Writer } from "./bytes.ts";
import { BOUNDS } from "./cross.ts";
import { Foreign, isForeign, isRecord, isTensor } from "./values.ts";

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
