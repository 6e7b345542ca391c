/** Normalisation layers: gain and bias to learn, and the running statistics of batches. Chapter 14. */
import {
  type BatchNormOptions,
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  type NormOptions,
  rmsNorm,
} from "../functional/norm.ts";
import { buffer, ones, parameter, zeros } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

interface GainAndBias {
  readonly gain: Tensor;
  readonly bias: Tensor;
}

/** A layer that learns a gain and a bias. */
type Norm = Module<[Tensor], Tensor> & { readonly parts: GainAndBias };

const fresh = (C: number): GainAndBias => ({ gain: parameter(ones([C])), bias: parameter(zeros([C])) });

/**
 * Layer normalisation of C features: [..., C] → [..., C]. The gain starts at 1, the bias at 0.
 * @example
 * layerNormLayer(3)(tensor([[1, 2, 3]])).detach(); // Tensor [1, 3] -1.2247 0.0000 1.2247
 */
export const layerNormLayer = (C: number, options: NormOptions = {}): Norm =>
  module({ ...fresh(C) }, ({ gain, bias }, x: Tensor) => layerNorm(x, gain, bias, options));

/**
 * Division of C features by the root of their mean square: [..., C] → [..., C]. The gain starts at 1.
 * @example
 * rmsNormLayer(2)(tensor([[3, 4]])).detach(); // Tensor [1, 2] 0.8485 1.1314
 */
export const rmsNormLayer = (
  C: number,
  options: NormOptions = {},
): Module<[Tensor], Tensor> & { readonly parts: { readonly gain: Tensor } } =>
  module({ gain: parameter(ones([C])) }, ({ gain }, x: Tensor) => rmsNorm(x, gain, options));

/**
 * Normalisation of C channels in groups, each example on its own: [N, C, ...] → [N, C, ...].
 * @example
 * groupNormLayer(4, { groups: 2 })(tensor([[1, 3, 10, 30]])).detach(); // Tensor [1, 4] -1 1 -1 1
 */
export const groupNormLayer = (C: number, options: NormOptions & { readonly groups: number }): Norm =>
  module({ ...fresh(C) }, ({ gain, bias }, x: Tensor) => groupNorm(x, gain, bias, options));

/**
 * Normalisation of each of C channels of each example on its own: [N, C, ...] → [N, C, ...].
 * @example
 * instanceNormLayer(2)(tensor([[[1, 3], [10, 30]]])).detach(); // Tensor [1, 2, 2] -1 1 -1 1
 */
export const instanceNormLayer = (C: number, options: NormOptions = {}): Norm =>
  module({ ...fresh(C) }, ({ gain, bias }, x: Tensor) => instanceNorm(x, gain, bias, options));

/**
 * Batch normalisation of C channels: [N, C, ...] → [N, C, ...]. Under `evaluating` it uses the statistics it gathered in
 * training; they are part of the state, but not trained.
 * @example
 * namedTensors(batchNormLayer(2)).map(([name]) => name); // [ 'gain', 'bias', 'mean', 'variance' ]
 */
export const batchNormLayer = (
  C: number,
  options: Omit<BatchNormOptions, "running"> = {},
): Module<[Tensor], Tensor> & {
  readonly parts: { readonly gain: Tensor; readonly bias: Tensor; readonly mean: Tensor; readonly variance: Tensor };
} =>
  module(
    { ...fresh(C), mean: buffer(zeros([C])), variance: buffer(ones([C])) },
    ({ gain, bias, mean, variance }, x: Tensor) =>
      batchNorm(x, gain, bias, { ...options, running: { mean, variance } }),
  );
