/** Convolutional layers: filters to learn. Chapter 16. */
import { ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import { type ConvOptions, type ConvTransposeOptions, conv2d, convTranspose2d } from "../functional/conv.ts";
import { type Conv1dOptions, conv1d } from "../functional/conv1d.ts";
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

/** What a convolutional layer learns: filters, and one number for each of them. */
type Convolution = Module<[Tensor], Tensor> & { readonly parts: { readonly W: Tensor; readonly b: Tensor | null } };

/**
 * A layer from cIn to cOut channels: [N, cIn, H, W] → [N, cOut, oh, ow]. Filters start as `kaiming` draws them, b at 0.
 * groups: cIn with cOut = cIn makes it depthwise.
 * @example
 * conv2dLayer(3, 8, { size: 3, pad: 1, rng: new Rng(1) })(zeros([2, 3, 5, 5])).shape; // [ 2, 8, 5, 5 ]
 */
export function conv2dLayer(
  cIn: number,
  cOut: number,
  { size, rng, bias = true, groups = 1, ...window }: ConvLayerOptions,
): Convolution {
  checkGroups("conv2dLayer", cIn, cOut, groups);
  const [kh, kw] = typeof size === "number" ? [size, size] : size;
  const W = parameter(kaiming([cOut, cIn / groups, kh, kw], rng));
  return module({ W, b: biasOf(bias, cOut) }, ({ W, b }, x: Tensor) => conv2d(x, W, { ...window, groups, bias: b }));
}

export interface Conv1dLayerOptions extends Omit<Conv1dOptions, "bias"> {
  /** Length of the filters. */
  readonly size: number;
  /** Draws the first filters. */
  readonly rng: Rng;
  readonly bias?: boolean;
}

/**
 * A layer along sequences: [N, cIn, T] → [N, cOut, t]. Filters start as `kaiming` draws them, b at 0.
 * @example
 * conv1dLayer(3, 8, { size: 3, pad: [2, 0], rng: new Rng(1) })(zeros([2, 3, 5])).shape; // [ 2, 8, 5 ]
 */
export function conv1dLayer(
  cIn: number,
  cOut: number,
  { size, rng, bias = true, groups = 1, ...window }: Conv1dLayerOptions,
): Convolution {
  checkGroups("conv1dLayer", cIn, cOut, groups);
  const W = parameter(kaiming([cOut, cIn / groups, size], rng));
  return module({ W, b: biasOf(bias, cOut) }, ({ W, b }, x: Tensor) => conv1d(x, W, { ...window, groups, bias: b }));
}

export interface ConvTransposeLayerOptions extends Omit<ConvTransposeOptions, "bias"> {
  /** Height and width of the filters. */
  readonly size: Pair;
  /** Draws the first filters. */
  readonly rng: Rng;
  readonly bias?: boolean;
}

/**
 * A layer that makes images larger: [N, cIn, h, w] → [N, cOut, H, W]. Filters start as `kaiming` draws them, b at 0.
 * @example
 * const layer = convTranspose2dLayer(8, 3, { size: 4, stride: 2, pad: 1, rng: new Rng(1) });
 * layer(zeros([2, 8, 5, 5])).shape; // [ 2, 3, 10, 10 ]
 */
export function convTranspose2dLayer(
  cIn: number,
  cOut: number,
  { size, rng, bias = true, groups = 1, ...window }: ConvTransposeLayerOptions,
): Convolution {
  checkGroups("convTranspose2dLayer", cIn, cOut, groups);
  const [kh, kw] = typeof size === "number" ? [size, size] : size;
  const W = parameter(kaiming([cOut / groups, cIn, kh, kw], rng).transpose([0, 1])); // [cIn, cOut / groups, kh, kw]
  return module({ W, b: biasOf(bias, cOut) }, ({ W, b }, x: Tensor) =>
    convTranspose2d(x, W, { ...window, groups, bias: b }),
  );
}

const biasOf = (bias: boolean, cOut: number): Tensor | null => (bias ? parameter(zeros([cOut])) : null);

function checkGroups(op: string, cIn: number, cOut: number, groups: number): void {
  if (cIn % groups === 0 && cOut % groups === 0) return;
  throw new ValueError({
    op,
    rule: "the channels do not divide into these groups",
    got: `${cIn} to ${cOut} channels in ${groups} groups`,
    expected: "a divisor of both",
    hint: "groups: 1 lets every filter see all channels",
  });
}
