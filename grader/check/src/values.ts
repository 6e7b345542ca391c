/** The plain values that cross between a suite and an answer: how they compare, and how they are shown. */

/** A tensor as a value: what crosses a boundary instead of the library's class. */
export interface TensorValue {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}
export type Nested = number | readonly Nested[];

/** A tensor value from nested arrays: `tensor([[1, 2], [3, 4]])`, or from a flat list and a shape. */
export function tensor(nested: Nested, shape: readonly number[] = shapeOf(nested)): TensorValue {
  return { shape, data: Float32Array.from(flatten(nested)) };
}

/** A tensor value from a rule: `tensorOf([2, 3], ([i, j]) => i + j)`. */
export function tensorOf(shape: readonly number[], rule: (index: number[]) => number): TensorValue {
  const size = shape.reduce((a, b) => a * b, 1);
  return { shape, data: Float32Array.from({ length: size }, (_, k) => rule(indexOf(k, shape))) };
}

/** The index [i, j, …] of flat position k in a row-major shape. */
export function indexOf(k: number, shape: readonly number[]): number[] {
  const index = [];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(k % shape[axis]);
    k = Math.floor(k / shape[axis]);
  }
  return index;
}

/** The flat position of index [i, j, …] in a row-major shape. */
export function offsetOf(index: readonly number[], shape: readonly number[]): number {
  return shape.reduce((k, size, axis) => k * size + index[axis], 0);
}

/** Whether `v` is a tensor value: a shape of whole numbers and as many floats as it says. */
export function isTensor(v: unknown): v is TensorValue {
  if (!isRecord(v) || !Array.isArray(v.shape)) return false;
  return v.data instanceof Float32Array || v.data instanceof Float64Array;
}

export const isList = (v: unknown): v is ArrayLike<unknown> & Iterable<unknown> =>
  Array.isArray(v) || (ArrayBuffer.isView(v) && !(v instanceof DataView));
export const isRecord = (v: unknown): v is Record<string, unknown> =>
  typeof v === "object" && v !== null && !Array.isArray(v) && !ArrayBuffer.isView(v);

/** What a value is, in words: "a list of 3", "a tensor of shape [2, 3]", "undefined". */
export function kindOf(v: unknown): string {
  if (isTensor(v)) return `a tensor of shape ${show(v.shape)}`;
  if (isList(v)) return `a list of ${v.length}`;
  if (isForeign(v)) return v.foreign;
  if (isRecord(v)) return "an object";
  if (typeof v === "number") return Number.isNaN(v) ? "NaN" : "a number";
  return v === null || v === undefined ? String(v) : `a ${typeof v}`;
}

/** Stands for a value that cannot cross: `foreign` says in words what it was. */
export class Foreign {
  readonly foreign: string;
  constructor(foreign: string) {
    this.foreign = foreign;
  }
}
export const isForeign = (v: unknown): v is Foreign => v instanceof Foreign;

const flatten = (v: Nested): readonly number[] => (typeof v === "number" ? [v] : v.flatMap(flatten));
const shapeOf = (v: Nested): number[] => (typeof v === "number" ? [] : [v.length, ...shapeOf(v[0] ?? 0)]);

/** A short picture of a value: `[3, 4]`, `tensor [2, 3] [[1, 2, 3], [4, 5, 6]]`. */
export function show(v: unknown, room = 90): string {
  if (typeof v === "number") return showNumber(v);
  if (typeof v === "function") return "ƒ"; // a callback
  if (typeof v === "string") return cut(JSON.stringify(v), room);
  if (isForeign(v)) return v.foreign;
  if (isTensor(v)) return cut(`tensor ${show(v.shape)} ${rows(v.data, v.shape, room)}`, room);
  if (isList(v)) return showList(v, room);
  if (isRecord(v)) {
    if (Object.values(v).some((x) => typeof x === "function")) return `{ ${Object.keys(v).join(", ")} }`;
    const pairs = Object.entries(v).map(([k, x]) => `${k}: ${show(x, 60)}`);
    return cut(`{ ${pairs.join(", ")} }`, Math.max(room, 120));
  }
  return String(v);
}

function showNumber(v: number): string {
  if (Object.is(v, -0)) return "-0";
  if (!Number.isFinite(v)) return String(v);
  if (Number.isInteger(v) && Math.abs(v) < 1e15) return String(v);
  return String(Number(v.toPrecision(5)));
}

/** Shows as many entries as there is room for, so that a list of a million costs no more than one of fifty. */
function showList(v: ArrayLike<unknown>, room: number): string {
  const shown: string[] = [];
  for (let k = 0; k < v.length && shown.length <= room / 2; k++) shown.push(show(v[k], room));
  return cut(`[${shown.join(", ")}${shown.length < v.length ? ", …" : ""}]`, room);
}

function rows(data: ArrayLike<number>, shape: readonly number[], room: number, from = 0): string {
  if (shape.length === 0) return show(data[from]);
  const step = shape.slice(1).reduce((a, b) => a * b, 1);
  const parts: string[] = [];
  for (let i = 0; i < shape[0] && i <= room / 2; i++) parts.push(rows(data, shape.slice(1), room, from + i * step));
  return `[${parts.join(", ")}]`;
}

const cut = (text: string, room: number): string => (text.length > room ? `${text.slice(0, room - 1)}…` : text);
