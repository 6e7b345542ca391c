/** Activation functions, from primitives. Chapter 5 draws each with its derivative. */
import { erf, log1p, where } from "../tensor/elementwise.ts";
import { fused } from "../tensor/fused.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * x where it is positive, else slope · x. Maas et al. 2013; chapter 5.
 * @example
 * leakyRelu(tensor([-1, 2])); // Tensor [2] -0.01 2.00
 */
export function leakyRelu(x: Tensor, { slope = 0.01 }: { slope?: number } = {}): Tensor {
  return where(x.greater(0), x, x.mul(slope));
}

/**
 * x where it is positive, else alpha · (eˣ − 1). Clevert et al. 2016; chapter 5.
 * @example
 * elu(tensor([-1, 2])); // Tensor [2] -0.6321 2.0000
 */
export function elu(x: Tensor, { alpha = 1 }: { alpha?: number } = {}): Tensor {
  const below = x.minimum(0).exp().sub(1).mul(alpha); // minimum: the exponential must not overflow where it is not chosen
  return where(x.greater(0), x, below);
}

/**
 * log(1 + eˣ), a smooth relu; without overflow for large x. Dugas et al. 2001; chapter 5.
 * @example
 * softplus(tensor([0, 1000])); // Tensor [2] 0.6931 1000.0000
 */
export const softplus = (x: Tensor): Tensor => x.maximum(0).add(log1p(x.abs().neg().exp()));

/**
 * x · sigmoid(x), also called swish. Elfwing et al. 2018; chapter 5.
 * @example
 * silu(tensor([-1, 2])); // Tensor [2] -0.2689 1.7616
 */
export const silu = (x: Tensor): Tensor => x.mul(x.sigmoid());

export interface GeluOptions {
  /** "none" is exact; "tanh" is the approximation of the first GPT models. */
  readonly approximate?: "none" | "tanh";
}

/**
 * x · Φ(x), where Φ is the normal distribution function. Hendrycks & Gimpel 2016; chapter 5.
 * @example
 * gelu(tensor([-1, 2])); // Tensor [2] -0.1587 1.9545
 */
export function gelu(x: Tensor, { approximate = "none" }: GeluOptions = {}): Tensor {
  return geluOf([x], { approximate });
}

const geluOf = fused<Required<GeluOptions>>("gelu", ([x], { approximate }) => {
  if (approximate === "none") return x.mul(0.5).mul(erf(x.div(Math.SQRT2)).add(1));
  const inner = x.add(x.mul(x).mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
  return x.mul(0.5).mul(inner.tanh().add(1));
});

/**
 * x limited to the range from low to high; no gradient outside. Chapter 5.
 * @example
 * clamp(tensor([-1, 0.5, 2]), 0, 1); // Tensor [3] 0.0 0.5 1.0
 */
export const clamp = (x: Tensor, low: number, high: number): Tensor => x.maximum(low).minimum(high);

/**
 * relu limited to 6. Krizhevsky 2010; chapter 5.
 * @example
 * relu6(tensor([-1, 3, 9])); // Tensor [3] 0 3 6
 */
export const relu6 = (x: Tensor): Tensor => clamp(x, 0, 6);

/**
 * 0 below −3, 1 above 3, and a straight line between. Howard et al. 2019; chapter 5.
 * @example
 * hardSigmoid(tensor([-4, 0, 1.5])); // Tensor [3] 0.00 0.50 0.75
 */
export const hardSigmoid = (x: Tensor): Tensor => relu6(x.add(3)).div(6);
