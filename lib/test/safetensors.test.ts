/** Files in the safetensors format: what Python wrote, what goes there and back, and what is refused. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`golden/${name}.safetensors`, import.meta.url)));
const fixture = (): Uint8Array => golden("python");

/** A file with this header, as it stands, and these numbers. */
function file(header: string, numbers = new Uint8Array(0)): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length + numbers.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(numbers, 8 + json.length);
  return bytes;
}
const entry = (more: object): string =>
  JSON.stringify({ x: { dtype: "F32", shape: [1], data_offsets: [0, 4], ...more } });

describe("a file that Python wrote (tools/golden/safetensors_file.py)", () => {
  test("is read: all types, a scalar, an empty tensor; its metadata is passed over", () => {
    const found = T.loadTensors(fixture());
    assert.deepEqual(Object.keys(found).sort(), ["0.W", "0.b", "bytes", "counts", "double", "empty", "scalar"]);
    assert.deepEqual(found["0.W"].toArray(), [
      [-0.5, -0.25],
      [0, 0.25],
      [0.5, 0.75],
    ]);
    assert.deepEqual(found["0.b"].data(), Float32Array.of(1e-30, -3.5));
    assert.deepEqual(found.double.toArray(), [[Math.fround(Math.PI)]]);
    assert.deepEqual(found.counts.toArray(), [-7, 2 ** 20]);
    assert.deepEqual(found.bytes.toArray(), [0, 255]);
    assert.equal(found.scalar.toArray(), 2.5);
    assert.deepEqual(found.empty.shape, [0, 3]);
    T.withBackend("reference64", () => assert.equal(T.loadTensors(fixture()).double.item(), Math.PI));
  });
  test("goes into a model", () => {
    const model = T.sequential(T.linear(3, 2, { rng: new T.Rng(1) }));
    const { "0.W": W, "0.b": b } = T.loadTensors(fixture());
    T.loadStateDict(model, { "0.W": W, "0.b": b });
    T.same(model(T.tensor([[1, 0, 0]])), [[-0.5, -3.75]]);
  });
  test("is what saving the same tensors gives, byte for byte", () => {
    const { "0.W": W, "0.b": b, empty, scalar } = T.loadTensors(fixture());
    assert.deepEqual(T.saveTensors({ "0.W": W, "0.b": b, empty, scalar }), golden("float32"));
  });
  test("is read from the middle of a larger buffer", () => {
    const bytes = fixture();
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    assert.equal(T.loadTensors(larger.subarray(3)).scalar.item(), 2.5);
  });
});

describe("saved tensors", () => {
  const model = (seed: number): T.Module => {
    const rng = new T.Rng(seed);
    return T.sequential(T.linear(3, 4, { rng }), T.batchNormLayer(4), T.linear(4, 2, { rng }));
  };
  test("come back to the bit", () => {
    const [a, b] = [model(1), model(2)];
    const saved = T.saveTensors(T.stateDict(a));
    T.loadStateDict(b, T.loadTensors(saved));
    for (const [name, x] of Object.entries(T.stateDict(b))) assert.deepEqual(x.data(), T.stateDict(a)[name].data());
    const odd = { ü: T.tensor([NaN, Infinity, -0]), none: T.zeros([2, 0]), one: T.tensor(3) };
    const back = T.loadTensors(T.saveTensors(odd));
    for (const [name, x] of Object.entries(odd)) {
      assert.deepEqual(back[name].data(), x.data());
      assert.deepEqual(back[name].shape, x.shape);
    }
    assert.deepEqual(T.loadTensors(T.saveTensors({})), {});
  });
  test("are laid out as the format says: length, JSON filled up to 8 bytes with spaces, float32 from the lowest byte", () => {
    const bytes = T.saveTensors({ a: T.tensor([1]), b: T.tensor([[2, 3]]) });
    const view = new DataView(bytes.buffer);
    const length = Number(view.getBigUint64(0, true));
    assert.equal(length % 8, 0);
    const header = new TextDecoder().decode(bytes.subarray(8, 8 + length));
    assert.deepEqual(JSON.parse(header), {
      a: { dtype: "F32", shape: [1], data_offsets: [0, 4] },
      b: { dtype: "F32", shape: [1, 2], data_offsets: [4, 12] },
    });
    assert.match(header, /^\{.*\} *$/);
    assert.deepEqual(
      [0, 4, 8].map((at) => view.getFloat32(8 + length + at, true)),
      [1, 2, 3],
    );
    assert.equal(bytes.length, 8 + length + 12);
  });
  test("may not be called as the format calls its notes", () => {
    refuses(
      () => T.saveTensors({ __metadata__: T.ones([1]) }),
      "ValueError",
      /saveTensors: this name belongs to the format/,
    );
  });
});

describe("refused are", () => {
  const refused = (bytes: Uint8Array, message: RegExp): void =>
    refuses(() => T.loadTensors(bytes), "ValueError", message);
  test("files that end too early, at whatever byte", () => {
    const bytes = fixture();
    for (let length = 0; length < bytes.length; length += 5)
      refused(bytes.subarray(0, length), /loadTensors: .*(does not fit in the file|the file ends too early)/);
    refused(new Uint8Array(7), /got 7 bytes/);
    refused(bytes.subarray(0, 8), /got a header of \d+ bytes in 8/);
  });
  test("bytes that are no such file", () => {
    refused(new TextEncoder().encode("PK\u0003\u0004 this is something else"), /the header does not fit/);
    for (const header of ["{", "[1]", "null", "3", ""]) refused(file(header), /the header is no JSON object/);
  });
  test("entries that do not describe a tensor", () => {
    refused(file('{"x":3}'), /x: the entry is no object\n/);
    refused(file('{"x":[]}'), /x: the entry is no object/);
    for (const dtype of ["F16", 3, "toString"])
      refused(file(entry({ dtype })), /x: this type of number.*F64, F32, I32, U8/s);
    const four = new Uint8Array(4);
    for (const more of [
      { shape: [-1] },
      { shape: [0.5] },
      { shape: 1 },
      { data_offsets: [0] },
      { data_offsets: [0, 4, 8] },
      { data_offsets: "04" },
      { data_offsets: [-4, 0] },
    ])
      refused(file(entry(more), four), /x: shape or offsets are not whole numbers/);
    for (const more of [{ shape: [2] }, { data_offsets: [0, 8] }, { dtype: "F64" }, { data_offsets: [4, 0] }])
      refused(file(entry(more), four), /x: the numbers do not fill the shape.*4 bytes for|x: the numbers do not fill/s);
    refused(file(entry({})), /x: the file ends too early.*got 0 bytes of numbers.*at least 4/s);
    assert.deepEqual(T.loadTensors(file(entry({}), four)).x.toArray(), [0]);
  });
});
