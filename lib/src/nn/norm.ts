/** Normalisation layers: gain and bias to learn, and the running statistics of batches. Chapter 14. */
import { type BatchNormOptions, batchNorm, layerNorm, type NormOptions } from "../functional/norm.ts";
import { buffer, ones, parameter, zeros } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

interface GainAndBias {
  readonly gain: Tensor;
  readonly bias: Tensor;
}

const fresh = (C: number): GainAndBias => ({ gain: parameter(ones([C])), bias: parameter(zeros([C])) });

/**
 * Layer normalisation of C features: [..., C] → [..., C]. The gain starts at 1, the bias at 0.
 * @example
 * layerNormLayer(3)(tensor([[1, 2, 3]])).detach(); // Tensor [1, 3] -1.2247 0.0000 1.2247
 */
export const layerNormLayer = (
  C: number,
  options: NormOptions = {},
): Module<[Tensor], Tensor> & { readonly parts: { readonly gain: Tensor; readonly bias: Tensor } } =>
  module({ ...fresh(C) }, ({ gain, bias }, x: Tensor) => layerNorm(x, gain, bias, options));

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
