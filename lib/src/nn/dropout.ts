/** Dropout as a layer, for `sequential`. Chapter 13. */
import { type DropoutOptions, dropout } from "../functional/dropout.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

/**
 * Drops numbers at random in training, each time others; under `evaluating` it does nothing.
 * @example
 * evaluating(() => dropoutLayer({ rate: 0.5, rng: new Rng(1) })(ones([3]))); // Tensor [3] 1 1 1
 */
export const dropoutLayer = (options: DropoutOptions): Module<[Tensor], Tensor> =>
  module({}, (_parts, x: Tensor) => dropout(x, options));
