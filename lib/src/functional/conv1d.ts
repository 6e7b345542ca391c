/** Convolution along sequences, and its transpose: images of height 1. Chapter 16. */
import { checkTensors } from "../tensor/check.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Pair } from "../tensor/windows.ts";
import { conv2d, convTranspose2d, doesNotFit, isBias } from "./conv.ts";

export interface Conv1dOptions {
  /** One number for each filter: [O]. */
  readonly bias?: Tensor | null;
  /** How many parts the channels are divided into; as many as channels makes the convolution depthwise. */
  readonly groups?: number;
  readonly stride?: number;
  readonly dilation?: number;
  /** Zeros at both ends, or [before, after]; [dilation · (k − 1), 0] lets no output see the future. */
  readonly pad?: Pair;
}

/**
 * Slides filters along sequences. x: [N, C, T], W: [O, C/groups, k] → [N, O, t]. Throws ShapeError. Chapter 16.
 * @example
 * conv1d(tensor([[[1, 2, 4, 8]]]), tensor([[[-1, 1]]])); // Tensor [1, 1, 3] 1 2 4
 */
export function conv1d(x: Tensor, W: Tensor, options: Conv1dOptions = {}): Tensor {
  const { bias = null, groups = 1 } = options;
  checkTensors("conv1d", x, W);
  const fits = x.rank === 3 && W.rank === 3 && x.shape[1] === W.shape[1] * groups && W.shape[0] % groups === 0;
  if (!fits || !isBias(bias, W.shape[0])) throw doesNotFit("conv1d", x, W, bias, "[O, C / groups, k]");
  return flat(conv2d(high(x), high(W), { bias, groups, ...window(options) }));
}

export interface ConvTranspose1dOptions extends Conv1dOptions {
  /** Numbers added at the end, fewer than the stride: several lengths have windows in this number. */
  readonly outputPad?: number;
}

/**
 * The adjoint of conv1d with the same options: every number paints its filter into a longer sequence. x: [N, C, t],
 * W: [C, O/groups, k] → [N, O, T]. Throws ShapeError, ValueError. Zeiler et al. 2010; chapter 16.
 * @example
 * convTranspose1d(tensor([[[1, 2]]]), tensor([[[1, 10]]]), { stride: 2 }); // Tensor [1, 1, 4] 1 10 2 20
 */
export function convTranspose1d(x: Tensor, W: Tensor, options: ConvTranspose1dOptions = {}): Tensor {
  const { bias = null, groups = 1, outputPad = 0 } = options;
  checkTensors("convTranspose1d", x, W);
  const fits = x.rank === 3 && W.rank === 3 && x.shape[1] === W.shape[0] && W.shape[0] % groups === 0;
  if (!fits || !isBias(bias, W.shape[1] * groups))
    throw doesNotFit("convTranspose1d", x, W, bias, "[C, O / groups, k]");
  return flat(convTranspose2d(high(x), high(W), { bias, groups, outputPad: [0, outputPad], ...window(options) }));
}

/** [N, C, T] → [N, C, 1, T] */
const high = (x: Tensor): Tensor => x.reshape([x.shape[0], x.shape[1], 1, x.shape[2]]);
/** [N, C, 1, T] → [N, C, T] */
const flat = (x: Tensor): Tensor => x.reshape([x.shape[0], x.shape[1], x.shape[3]]);

function window({ stride = 1, dilation = 1, pad = 0 }: Conv1dOptions): {
  stride: Pair;
  dilation: Pair;
  pad: [number, number, number, number];
} {
  const [before, after] = typeof pad === "number" ? [pad, pad] : pad;
  return { stride: [1, stride], dilation: [1, dilation], pad: [0, 0, before, after] };
}
