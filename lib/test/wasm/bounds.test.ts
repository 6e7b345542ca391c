/** Kernels write their results and nothing beyond: what lies behind the last array of the memory stays as it was. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { bytesOf, type WasmArray } from "../../src/backend/wasm/array.ts";
import { Region } from "../../src/backend/wasm/region.ts";
import { WasmBackend } from "../../src/backend/wasm/wasm.ts";
import * as T from "../../src/index.ts";
import { Drawing, draws } from "../support/drawn.ts";
import { operations } from "../support/operations.ts";

const MARK = 0x5ca1ab1e;
const WATCHED = 1 << 12; // numbers behind the last array: more than any block of a kernel
const ROOM = 1 << 18; // numbers that one call may make
const NAME = "wasm, watched";

/** The highest address that was given away since the last call. */
let highest = 0;
const place = Region.prototype.place;
Region.prototype.place = function watched(this: Region, x: WasmArray): boolean {
  const placed = place.call(this, x);
  if (placed) highest = Math.max(highest, x.ptr + bytesOf(x));
  return placed;
};

const watched = new WasmBackend({ nursery: 8 });
T.registerBackend(NAME, () => watched);

/** Runs f with marks behind everything, and fails when one is gone. */
function staysInside(f: () => void, what: string): void {
  highest = 0;
  T.tensor([1]).add(1); // tells where the arrays of the nursery end
  const { memory } = watched.engine;
  const start = highest >>> 2;
  memory.i32.fill(MARK, start, start + ROOM);
  f();
  const end = highest >>> 2;
  assert.ok(end + WATCHED <= start + ROOM, "the marks reach further than the arrays");
  const written = memory.i32.subarray(end, end + WATCHED).findIndex((x) => x !== MARK);
  assert.equal(written, -1, `${what}: number ${written} behind the last array was written`);
}

const upstreamOf = (y: T.Tensor): T.Tensor =>
  T.tensor(Float32Array.from({ length: y.size }, Math.cos), { shape: y.shape });

function called(op: string, seed: number, back: boolean): void {
  const d = new Drawing(seed);
  const { shapes, options, positive } = draws[op](d);
  const number = (): number => (positive ? 0.25 + d.rng.uniform() : d.rng.normal());
  const xs = shapes.map((shape) =>
    T.parameter(T.tensor(Float32Array.from({ length: T.sizeOf(shape) }, number), { shape })),
  );
  try {
    const y = operations[op](xs, options);
    if (back && y.requiresGrad) T.gradients(y, xs, { upstream: upstreamOf(y) });
  } catch (error) {
    if (!(error instanceof T.TermwiseError)) throw error; // what is refused writes nothing
  }
}

describe("nothing is written behind the results of", () => {
  for (const op of Object.keys(draws)) {
    test(op, () =>
      T.withBackend(NAME, () => {
        for (let seed = 0; seed < 12; seed++)
          for (const back of [false, true]) // gradients would cover what the forward pass wrote behind its result
            staysInside(() => called(op, seed, back), `${op}, seed ${seed}${back ? ", with gradients" : ""}`);
      }),
    );
  }
  for (const [name, f] of Object.entries({
    exp: T.exp,
    tanh: T.tanh,
    sigmoid: T.sigmoid,
    gelu: T.gelu,
    erf: T.erf,
    relu: T.relu,
  })) {
    test(`${name} of lists as long as a block, or nearly`, () =>
      T.withBackend(NAME, () => {
        for (const n of [255, 256, 257, 264, 512, 520]) {
          staysInside(() => {
            const x = T.parameter(T.randomNormal([n], { rng: new T.Rng(n) }));
            const y = f(x);
            T.gradients(y, [x], { upstream: upstreamOf(y) });
          }, `${name} of ${n}`);
        }
      }));
  }
});
