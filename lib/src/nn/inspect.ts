/** Looking into a model: how many numbers it has, and what each layer makes of an input. Chapter 4. */
import type { Shape } from "../core/shape.ts";
import { zeros } from "../tensor/create.ts";
import { evaluating } from "../tensor/mode.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type AnyModule, parameters } from "./module.ts";
import type { Layer, Sequential } from "./sequential.ts";

/**
 * How many numbers training may change. What two layers share counts once. Chapter 4.
 * @example
 * countParameters(linear(64, 32, { rng: new Rng(1) })); // 2080
 */
export const countParameters = (model: AnyModule): number => parameters(model).reduce((sum, { size }) => sum + size, 0);

/** What one layer gave. */
export interface Traced {
  /** Where the layer stands, such as "2", or "0.2" inside of a nested row. */
  readonly name: string;
  readonly output: Tensor;
}

/**
 * The forward pass with everything on the way: the output of every layer, in order; the last one is model(x). Chapter 4.
 * @example
 * const model = sequential((x) => x.mul(3), relu);
 * forwardTrace(model, tensor([-1, 2])).map(({ output }) => [...output.data()]); // [ [ -3, 6 ], [ 0, 6 ] ]
 */
export function forwardTrace(model: Sequential, x: Tensor): Traced[] {
  const trace: Traced[] = [];
  const walk = (layers: readonly Layer[], input: Tensor, path: string): Tensor =>
    layers.reduce((value, layer, i) => {
      const name = `${path}${i}`;
      if ("layers" in layer) return walk((layer as Sequential).layers, value, `${name}.`);
      const output = layer(value);
      trace.push({ name, output });
      return output;
    }, input);
  walk(model.layers, x, "");
  return trace;
}

/**
 * The shape that each layer gives for inputs of this shape, found by sending zeros through. Chapter 4.
 * @example
 * outputShapes(sequential(linear(64, 10, { rng: new Rng(1) }), relu), [5, 64]); // [ [ 5, 10 ], [ 5, 10 ] ]
 */
export const outputShapes = (model: Sequential, shape: Shape): Shape[] =>
  noGrad(() => evaluating(() => forwardTrace(model, zeros(shape)).map(({ output }) => output.shape)));
