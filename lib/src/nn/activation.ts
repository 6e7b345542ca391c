/** The activation with something to learn. Chapter 5. */
import { prelu } from "../functional/activations.ts";
import { full, parameter } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

/**
 * prelu with C slopes to learn, one for each channel, or a single one. Slopes start at 0.25. He et al. 2015; chapter 5.
 * @example
 * preluLayer(2)(tensor([[-1, 2]])).detach(); // Tensor [1, 2] -0.25 2.00
 */
export const preluLayer = (C?: number): Module<[Tensor], Tensor> & { readonly parts: { readonly slope: Tensor } } =>
  module({ slope: parameter(full(C === undefined ? [] : [C], 0.25)) }, ({ slope }, x: Tensor) => prelu(x, slope));
