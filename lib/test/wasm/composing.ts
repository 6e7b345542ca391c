/** Compares kernels for composed functions with the compositions: values and gradients. */
import assert from "node:assert/strict";
import type { Backend } from "../../src/backend/backend.ts";
import { WasmBackend } from "../../src/backend/wasm/wasm.ts";
import * as T from "../../src/index.ts";

/** The same backend without its fused kernels. */
class Composing extends WasmBackend {
  override readonly name = "wasm, composing";
  override readonly fused = {};
}
export const composing: Backend = new Composing();
T.registerBackend(composing.name, () => composing);

export type Composed = (...xs: T.Tensor[]) => T.Tensor;
const rng = new T.Rng(5);
export const numbers = (shape: T.Shape): Float32Array =>
  Float32Array.from({ length: T.sizeOf(shape) }, () => rng.normal() * 3);

/** Values and gradients of f for a fixed upstream gradient, as one list each. */
export function results(f: Composed, inputs: readonly { data: Float32Array; shape: T.Shape }[]): Float32Array[] {
  const xs = inputs.map(({ data, shape }) => T.tensor(data, { shape, requiresGrad: true }));
  const y = f(...xs);
  const upstream = T.tensor(
    Float32Array.from({ length: y.size }, (_, i) => Math.sin(i + 1)),
    { shape: y.shape },
  );
  const dxs = T.gradients(y, xs, { upstream });
  return [y, ...dxs].map((t) => t.data());
}

export function equal(f: Composed, shapes: readonly T.Shape[], within = 2e-6): void {
  const inputs = shapes.map((shape) => ({ shape, data: numbers(shape) }));
  const expected = T.withBackend(composing.name, () => results(f, inputs));
  for (const options of [{}, { torture: true }, { relaxed: true }]) {
    const actual = T.withBackend("wasm", () => results(f, inputs), options);
    for (const [k, list] of actual.entries()) {
      const size = expected[k].reduce((most, y) => Math.max(most, Math.abs(y)), 1);
      const wrong = list.findIndex((y, i) => !(Math.abs(y - expected[k][i]) <= within * size));
      const what = `${JSON.stringify(options)}, ${shapes.join(" | ")}: result ${k}, number ${wrong}`;
      assert.equal(wrong, -1, `${what} is ${list[wrong]}, not ${expected[k][wrong]}`);
    }
  }
}
