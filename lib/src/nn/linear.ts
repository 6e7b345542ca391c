/** The linear layer: xW + b with weights to learn. Chapter 4. */
import type { Rng } from "../core/rng.ts";
import { affine } from "../functional/affine.ts";
import { kaiming } from "../init/init.ts";
import { parameter, zeros } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

export interface LinearOptions {
  /** Draws the first weights. */
  readonly rng: Rng;
  readonly bias?: boolean;
}

/**
 * A layer from nIn to nOut features: [..., nIn] → [..., nOut]. W starts as `kaiming` draws it, b at 0.
 * @example
 * linear(3, 2, { rng: new Rng(1) })(zeros([5, 3])).shape; // [ 5, 2 ]
 */
export function linear(
  nIn: number,
  nOut: number,
  { rng, bias = true }: LinearOptions,
): Module<[Tensor], Tensor> & {
  readonly parts: { readonly W: Tensor; readonly b: Tensor | null };
} {
  return module(
    { W: parameter(kaiming([nIn, nOut], rng)), b: bias ? parameter(zeros([nOut])) : null },
    ({ W, b }, x: Tensor) => (b ? affine(x, W, b) : x.matmul(W)),
  );
}
