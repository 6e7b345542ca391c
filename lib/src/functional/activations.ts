/** Activation functions, from primitives. Chapter 5 draws each with its derivative. */
import {
  abs,
  add,
  div,
  erf,
  exp,
  greater,
  log1p,
  maximum,
  minimum,
  mul,
  neg,
  type Operand,
  relu,
  sigmoid,
  sub,
  tanh,
  where,
} from "../tensor/elementwise.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** x where positive, else slope · x. Maas et al. 2013; chapter 5. */
export function leakyRelu(x: Tensor, { slope = 0.01 }: { slope?: number } = {}): Tensor {
  return where(greater(x, 0), x, mul(x, slope));
}

/** x where positive, else alpha · (eˣ − 1). Clevert et al. 2015; chapter 5. */
export function elu(x: Tensor, { alpha = 1 }: { alpha?: number } = {}): Tensor {
  const below = mul(sub(exp(minimum(x, 0)), 1), alpha); // the exponential cannot overflow where it is not used
  return where(greater(x, 0), x, below);
}

/** log(1 + eˣ), a smooth relu; stable for large |x|. Dugas et al. 2001; chapter 5. */
export function softplus(x: Tensor): Tensor {
  return add(maximum(x, 0), log1p(exp(neg(abs(x)))));
}

/** x · sigmoid(x), also called swish. Elfwing et al. 2018; chapter 5. */
export const silu = (x: Tensor): Tensor => mul(x, sigmoid(x));

export interface GeluOptions {
  /** "tanh" is the formula of the first GPT models; "none" is exact. */
  readonly approximate?: "none" | "tanh";
}

/** x · Φ(x), where Φ is the normal distribution function. Hendrycks & Gimpel 2016; chapter 5. */
export function gelu(x: Tensor, { approximate = "none" }: GeluOptions = {}): Tensor {
  if (approximate === "none") return mul(mul(x, 0.5), add(erf(div(x, Math.SQRT2)), 1));
  const inner = mul(add(x, mul(mul(mul(x, x), x), 0.044715)), Math.sqrt(2 / Math.PI));
  return mul(mul(x, 0.5), add(tanh(inner), 1));
}

/** x limited to the range from low to high. Chapter 5. */
export const clamp = (x: Tensor, low: Operand, high: Operand): Tensor => minimum(maximum(x, low), high);

/** 0 below −3, 1 above 3, and a straight line between. Howard et al. 2019; chapter 5. */
export const hardSigmoid = (x: Tensor): Tensor => div(clamp(add(x, 3), 0, 6), 6);

/** relu limited to 6. Krizhevsky 2010; chapter 5. */
export const relu6 = (x: Tensor): Tensor => minimum(relu(x), 6);
