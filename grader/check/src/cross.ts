/** Copies values on their way to and from an answer in the same process, so that it meets what it would meet behind a boundary. */
import type { Bridge } from "./answer.ts";
import { isLive } from "./suite.ts";
import { Foreign, isForeign, isList, isRecord, isTensor } from "./values.ts";

/** The most that may cross in one value, here and in frames. */
export const BOUNDS = { bytes: 16 * 2 ** 20, depth: 32, nodes: 1e6, callbacks: 1e5 } as const;

/** Into the answer: tensor values become tensors, callbacks copy what passes through them. */
export function inward(bridge: Bridge): (v: unknown) => unknown {
  let callbacks = 0;
  const cross = (v: unknown): unknown => {
    if (isLive(v)) return v;
    if (isTensor(v)) return bridge.toLibrary(v);
    if (typeof v === "function") {
      return (...args: unknown[]) => {
        if (++callbacks > BOUNDS.callbacks) throw new Error(`called back more than ${BOUNDS.callbacks} times`);
        return cross(v(...args.map((arg) => outward(bridge, arg))));
      };
    }
    if (Array.isArray(v)) return v.map(cross);
    if (isList(v)) return (v as unknown as Float64Array).slice();
    return isRecord(v) ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, cross(x)])) : v;
  };
  return cross;
}

/** Out of the answer: a plain copy within bounds; what cannot be copied becomes a word for what it was. */
export function outward(bridge: Bridge, value: unknown): unknown {
  let nodes = 0;
  const spend = (n: number): boolean => (nodes += n) <= 0.9 * BOUNDS.nodes; // a frame holds more than the value
  const cross = (v: unknown, depth: number): unknown => {
    if (!spend(1)) return new Foreign("more values than can be judged");
    if (typeof v === "bigint" || typeof v === "symbol" || typeof v === "function") return new Foreign(word(v));
    if (typeof v !== "object" || v === null) return v;
    if (depth > BOUNDS.depth) return new Foreign(`nested more than ${BOUNDS.depth} levels deep`);
    if (isForeign(v)) return v;
    const plain = bridge.fromLibrary(v);
    if (plain) return plain.data.byteLength <= BOUNDS.bytes ? plain : new Foreign("a tensor of more than 16 MB");
    if (v instanceof Promise) {
      v.catch(() => {}); // nobody else will look at it
      return new Foreign("a Promise where a value is due (remove async)");
    }
    if (Array.isArray(v))
      return v.length <= BOUNDS.nodes
        ? Array.from(v, (x) => cross(x, depth + 1))
        : new Foreign("a list of more than a million");
    if (isFloats(v)) return v.byteLength <= BOUNDS.bytes ? v.slice() : new Foreign("an array of more than 16 MB");
    if (ArrayBuffer.isView(v) || v instanceof Map || v instanceof Set || v instanceof Date) return new Foreign(word(v));
    return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, cross(x, depth + 1)]));
  };
  return cross(value, 0);
}

type Floats = Float32Array | Float64Array | Int32Array;
const isFloats = (v: unknown): v is Floats =>
  v instanceof Float32Array || v instanceof Float64Array || v instanceof Int32Array;

function word(v: unknown): string {
  if (typeof v === "bigint") return "a BigInt";
  if (typeof v !== "object" || v === null) return `a ${typeof v}`;
  return `a ${Object.prototype.toString.call(v).slice(8, -1)}`;
}

/** Arguments that are meant to be written or called are not compared afterwards. */
export function holdsCallback(v: unknown): boolean {
  return typeof v === "function" || isLive(v) || (isRecord(v) && Object.values(v).some(holdsCallback));
}
