/** Activation functions, from primitives. Chapter 5 draws each with its derivative. */
import { ShapeError, shapeText } from "../core/errors.ts";
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
 * leakyRelu with slopes to learn: one number, or one for each channel. x: [N, C, ...], slope: [] or [C]; same shape as x.
 * Throws ShapeError. He et al. 2015; chapter 5.
 * @example
 * prelu(tensor([[-1, -1]]), tensor([0.25, 0.5])); // Tensor [1, 2] -0.25 -0.50
 */
export function prelu(x: Tensor, slope: Tensor): Tensor {
  const C = slope.shape[0];
  if (slope.rank > 1 || (slope.rank === 1 && x.shape[1] !== C)) throw noSlopes(x, slope);
  const each = slope.rank === 0 ? slope : slope.reshape([C, ...x.shape.slice(2).map(() => 1)]);
  return where(x.greater(0), x, x.mul(each));
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
 * elu, scaled so that layers whose weights start as `lecun` draws them keep mean 0 and variance 1. Klambauer et al. 2017;
 * chapter 5.
 * @example
 * selu(tensor([-1, 2])); // Tensor [2] -1.1113 2.1014
 */
export const selu = (x: Tensor): Tensor => elu(x, { alpha: 1.6732632423543772 }).mul(1.0507009873554805);

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

function noSlopes(x: Tensor, slope: Tensor): ShapeError {
  return new ShapeError({
    op: "prelu",
    rule: "the slopes do not fit the channels",
    shapes: [x.shape, slope.shape],
    got: `x ${shapeText(x.shape)} and slopes ${shapeText(slope.shape)}`,
    expected: "one number, or one for each entry of axis 1",
    hint: "full([x.shape[1]], 0.25) has one slope for each channel",
  });
}
