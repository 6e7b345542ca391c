/** Convolution as a matrix product over unfolded windows, and its transpose. Chapter 16 builds it. */
import type { Window } from "../backend/backend.ts";
import { ShapeError, shapeText, ValueError } from "../core/errors.ts";
import { checkTensors } from "../tensor/check.ts";
import { fused } from "../tensor/fused.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { fold, type Pair, unfold, type WindowOptions, windowCounts, windowOf } from "../tensor/windows.ts";

export interface ConvOptions extends Omit<WindowOptions, "size"> {
  /** One number for each filter: [O]. */
  readonly bias?: Tensor | null;
  /** How many parts the channels are divided into; as many as channels makes the convolution depthwise. */
  readonly groups?: number;
}

interface Filter extends Window {
  readonly groups: number;
}

const conv2dOf = fused<Filter>("conv2d", ([x, W, bias], { groups: G, ...window }) => {
  const [N, , H, width] = x.shape;
  const [O, C, kh, kw] = W.shape;
  const columns = unfold(x, window); // [N, G·C·kh·kw, oh·ow]
  const L = columns.shape[2];
  const filters = W.reshape([G, O / G, C * kh * kw]);
  const y = filters.matmul(columns.reshape([N, G, C * kh * kw, L])); // [N, G, O/G, oh·ow]
  const images = y.reshape([N, O, ...windowCounts([H, width], window)]);
  return bias === undefined ? images : images.add(bias.reshape([-1, 1, 1]));
});

/**
 * Slides filters over images; what deep learning calls convolution (mathematics: cross-correlation).
 * x: [N, C, H, W], W: [O, C/groups, kh, kw] → [N, O, oh, ow]. Throws ShapeError. LeCun et al. 1989; chapter 16.
 * @example
 * conv2d(arange(9).reshape([1, 1, 3, 3]), ones([1, 1, 2, 2])).at(0, 0); // Tensor [2, 2] 8 12 20 24
 */
export function conv2d(x: Tensor, W: Tensor, { bias = null, groups = 1, ...window }: ConvOptions = {}): Tensor {
  checkTensors("conv2d", x, W);
  const fits = x.rank === 4 && W.rank === 4 && x.shape[1] === W.shape[1] * groups && W.shape[0] % groups === 0;
  if (!fits || !isBias(bias, W.shape[0])) throw doesNotFit("conv2d", x, W, bias, "[O, C / groups, kh, kw]");
  const filter = { ...windowOf({ ...window, size: [W.shape[2], W.shape[3]] }), groups };
  return conv2dOf(bias === null ? [x, W] : [x, W, bias], filter);
}

export interface ConvTransposeOptions extends ConvOptions {
  /** Rows and columns added at the end, fewer than the stride: several image sizes have windows in this number. */
  readonly outputPad?: Pair;
}

/**
 * The adjoint of conv2d with the same options: every number paints its filter into a larger image.
 * x: [N, C, h, w], W: [C, O/groups, kh, kw] → [N, O, H, W]. Throws ShapeError. Zeiler et al. 2010; chapter 16.
 * @example
 * convTranspose2d(ones([1, 1, 2, 2]), ones([1, 1, 2, 2])).at(0, 0); // Tensor [3, 3] 1 2 1 2 4 2 1 2 1
 */
export function convTranspose2d(x: Tensor, W: Tensor, options: ConvTransposeOptions = {}): Tensor {
  const { bias = null, groups: G = 1, outputPad = 0, ...window } = options;
  checkTensors("convTranspose2d", x, W);
  const fits = x.rank === 4 && W.rank === 4 && x.shape[1] === W.shape[0] && W.shape[0] % G === 0;
  if (!fits || !isBias(bias, W.shape[1] * G))
    throw doesNotFit("convTranspose2d", x, W, bias, "[C, O / groups, kh, kw]");
  const size: Pair = [W.shape[2], W.shape[3]];
  const extra: Pair = typeof outputPad === "number" ? [outputPad, outputPad] : outputPad;
  checkOutputPad(extra, windowOf({ ...window, size }).stride);
  const [N, C, h, w] = x.shape;
  const [, share, kh, kw] = W.shape;
  const filters = W.reshape([G, C / G, share * kh * kw]).transpose();
  const columns = filters.matmul(x.reshape([N, G, C / G, h * w])); // [N, G, O/G·kh·kw, h·w]
  const image = [N, share * G, ...imageOf([h, w], { ...window, size }, extra)];
  const y = fold(columns.reshape([N, share * G * kh * kw, h * w]), image, { ...window, size });
  return bias === null ? y : y.add(bias.reshape([-1, 1, 1]));
}

/** The image that has so many windows, and these rows and columns more. */
function imageOf(counts: readonly [number, number], options: WindowOptions, extra: readonly number[]): number[] {
  const { size, stride, dilation, pad } = windowOf(options);
  return counts.map(
    (n, i) => (n - 1) * stride[i] + dilation[i] * (size[i] - 1) + 1 - pad[2 * i] - pad[2 * i + 1] + extra[i],
  );
}

/** Whether there is no bias, or one number for each of O channels. */
export const isBias = (bias: Tensor | null, O: number): boolean =>
  bias === null || (bias.rank === 1 && bias.shape[0] === O);

export function doesNotFit(op: string, x: Tensor, W: Tensor, bias: Tensor | null, filters: string): ShapeError {
  const shapes = bias === null ? [x.shape, W.shape] : [x.shape, W.shape, bias.shape];
  return new ShapeError({
    op,
    rule: "images, filters and bias do not fit together",
    shapes,
    got: shapes.map(shapeText).join(" and "),
    expected: `x ${op.endsWith("1d") ? "[N, C, T]" : "[N, C, H, W]"}, W ${filters}, bias [O]; groups divides C and O`,
    hint: "compare the channels: axis 1 of x and of W, times groups",
  });
}

function checkOutputPad(extra: readonly number[], stride: readonly number[]): void {
  if (extra.every((n, i) => Number.isInteger(n) && n >= 0 && n < Math.max(stride[i], 1))) return;
  throw new ValueError({
    op: "convTranspose2d",
    rule: "outputPad must be smaller than the stride",
    got: `outputPad ${shapeText(extra)} and stride ${shapeText(stride)}`,
    expected: "whole numbers from 0 up, below the stride",
    hint: "outputPad: 1 doubles the size exactly with stride 2, an odd window and half of it as padding",
  });
}
