/** Saving and loading in the safetensors format, which Python reads and writes too. Chapter 8. */
import { ValueError } from "../core/errors.ts";
import { sizeOf } from "../core/shape.ts";
import { tensor } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { StateDict } from "./state.ts";

/** How the header describes one tensor; offsets count from the end of the header. */
interface Entry {
  readonly dtype: string;
  readonly shape: number[];
  readonly data_offsets: [number, number];
}

const METADATA = "__metadata__"; // the one name in the header that is no tensor
const READERS: Readonly<Record<string, { size: number; read: (view: DataView, at: number) => number }>> = {
  F64: { size: 8, read: (view, at) => view.getFloat64(at, true) },
  F32: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  I32: { size: 4, read: (view, at) => view.getInt32(at, true) },
  U8: { size: 1, read: (view, at) => view.getUint8(at) },
};

/**
 * Tensors by name as the bytes of a safetensors file, in float32: 8 bytes for the header's length, a JSON header, then
 * the numbers, lowest byte first. Throws ValueError on the reserved name __metadata__. Format: huggingface/safetensors;
 * chapter 8.
 * @example
 * const bytes = saveTensors({ w: tensor([1, 2]) });
 * bytes.length; // 72
 */
export function saveTensors(tensors: StateDict): Uint8Array {
  const header: Record<string, Entry> = {};
  let end = 0;
  for (const [name, x] of Object.entries(tensors)) {
    if (name === METADATA) throw reserved(name);
    header[name] = { dtype: "F32", shape: [...x.shape], data_offsets: [end, (end += x.size * 4)] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + Math.ceil(json.length / 8) * 8; // spaces fill the header up, so that the numbers are aligned
  const bytes = new Uint8Array(start + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  bytes.fill(0x20, 8, start);
  bytes.set(json, 8);
  for (const [name, x] of Object.entries(tensors)) {
    const at = start + header[name].data_offsets[0];
    for (const [i, number] of x.data().entries()) view.setFloat32(at + 4 * i, number, true);
  }
  return bytes;
}

/**
 * The tensors of a safetensors file (F32, F64, I32 or U8), by name. Throws ValueError on bytes that are no such file, or
 * not all of one. loadStateDict(model, loadTensors(bytes)) restores a model. Chapter 8.
 * @example
 * loadTensors(saveTensors({ w: tensor([[1, 2]]) })); // { w: Tensor [1, 2] 1 2 }
 */
export function loadTensors(bytes: Uint8Array): StateDict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, start } = headerOf(view, bytes);
  const found: Record<string, Tensor> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name !== METADATA) found[name] = read(view, start, checkedEntry(name, entry, bytes.length - start));
  }
  return found;
}

function read(view: DataView, start: number, { dtype, shape, data_offsets: [from] }: Entry): Tensor {
  const { size, read } = READERS[dtype];
  const numbers = Float64Array.from({ length: sizeOf(shape) }, (_, i) => read(view, start + from + i * size));
  return tensor(numbers, { shape });
}

function headerOf(view: DataView, bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  const length = bytes.length < 8 ? Number.NaN : Number(view.getBigUint64(0, true));
  if (!(length <= bytes.length - 8)) {
    const got = bytes.length < 8 ? `${bytes.length} bytes` : `a header of ${length} bytes in ${bytes.length}`;
    throw unreadable("the header does not fit in the file", got, "a whole safetensors file");
  }
  const header = parsed(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  if (isRecord(header)) return { header, start: 8 + length };
  throw unreadable("the header is no JSON object", `${length} bytes of header`, "names with their entries");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checkedEntry(name: string, entry: unknown, available: number): Entry {
  const complain = (rule: string, got: string, expected: string): ValueError =>
    unreadable(`${name}: ${rule}`, got, expected);
  if (!isRecord(entry))
    throw complain("the entry is no object", JSON.stringify(entry), "dtype, shape and data_offsets");
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== "string" || !Object.hasOwn(READERS, dtype))
    throw complain("this type of number is not read here", String(dtype), Object.keys(READERS).join(", "));
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2)
    throw complain("shape or offsets are not whole numbers", JSON.stringify(entry), "lists of numbers from 0 up");
  const [from, to] = offsets;
  if (to - from !== sizeOf(shape) * READERS[dtype].size)
    throw complain(
      "the numbers do not fill the shape",
      `${to - from} bytes for [${shape.join(", ")}]`,
      "as many as it holds",
    );
  if (to > available) throw complain("the file ends too early", `${available} bytes of numbers`, `at least ${to}`);
  return { dtype, shape, data_offsets: [from, to] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((n) => Number.isInteger(n) && n >= 0);

function unreadable(rule: string, got: string, expected: string): ValueError {
  const hint = "read the file as bytes, all of it: new Uint8Array(readFileSync(path))";
  return new ValueError({ op: "loadTensors", rule, got, expected, hint });
}

function reserved(name: string): ValueError {
  return new ValueError({
    op: "saveTensors",
    rule: "this name belongs to the format",
    got: name,
    expected: "other names",
    hint: "rename the tensor",
  });
}
