/** Layers one after the other. Chapter 4. */
import { described } from "../core/described.ts";
import { ValueError } from "../core/errors.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module, type Part } from "./module.ts";

/** A module or a plain function from a tensor to a tensor. */
export type Layer = Module | ((x: Tensor) => Tensor);

/** Layers in a row, and the list of them. */
export type Sequential = Module & { readonly layers: readonly Layer[] };

/**
 * The layers in a row: each gets what the one before it gave. Parts are named by position. Throws
 * ValueError on what is no function.
 * @example
 * const rng = new Rng(1);
 * const model = sequential(linear(64, 32, { rng }), relu, linear(32, 10, { rng }));
 * model(zeros([5, 64])).shape; // [ 5, 10 ]
 */
export function sequential(...layers: readonly Layer[]): Sequential {
  const parts: Record<string, Part> = {};
  for (const [i, layer] of layers.entries()) {
    if (typeof layer !== "function") throw noLayer(i, layer);
    if ("parts" in layer) parts[i] = layer;
  }
  const model = module(parts, (_parts, x: Tensor) => layers.reduce((y, layer) => layer(y), x));
  return Object.assign(model, { layers });
}

function noLayer(i: number, layer: unknown): ValueError {
  return new ValueError({
    op: "sequential",
    rule: `layer ${i} is no function`,
    got: described(layer),
    expected: "layers and functions from a tensor to a tensor",
    hint: "sequential(linear(2, 8, { rng }), relu, linear(8, 1, { rng }))",
  });
}
