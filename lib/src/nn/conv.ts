/** The convolutional layer: filters to learn. Chapter 16. */
import type { Rng } from "../core/rng.ts";
import { type ConvOptions, conv2d } from "../functional/conv.ts";
import { kaiming } from "../init/init.ts";
import { parameter, zeros } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Pair } from "../tensor/windows.ts";
import { type Module, module } from "./module.ts";

export interface ConvLayerOptions extends Omit<ConvOptions, "bias"> {
  /** Height and width of the filters. */
  readonly size: Pair;
  /** Draws the first filters. */
  readonly rng: Rng;
  readonly bias?: boolean;
}

/**
 * A layer from cIn to cOut channels: [N, cIn, H, W] → [N, cOut, oh, ow]. Filters start as `kaiming` draws them, b at 0.
 * @example
 * conv2dLayer(3, 8, { size: 3, pad: 1, rng: new Rng(1) })(zeros([2, 3, 5, 5])).shape; // [ 2, 8, 5, 5 ]
 */
export function conv2dLayer(
  cIn: number,
  cOut: number,
  { size, rng, bias = true, groups = 1, ...window }: ConvLayerOptions,
): Module<[Tensor], Tensor> & { readonly parts: { readonly W: Tensor; readonly b: Tensor | null } } {
  const [kh, kw] = typeof size === "number" ? [size, size] : size;
  const W = parameter(kaiming([cOut, cIn / groups, kh, kw], rng));
  const b = bias ? parameter(zeros([cOut])) : null;
  return module({ W, b }, ({ W, b }, x: Tensor) => conv2d(x, W, { ...window, groups, bias: b }));
}
