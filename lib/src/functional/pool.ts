/** Pooling: each window of an image as one number. Chapter 16. */
import type { Window } from "../backend/backend.ts";
import { ShapeError, ValueError } from "../core/errors.ts";
import { where } from "../tensor/elementwise.ts";
import { fused } from "../tensor/fused.ts";
import { Tensor } from "../tensor/tensor.ts";
import { unfold, type WindowOptions, windowCounts, windowOf } from "../tensor/windows.ts";

/** The stride is the size of the window unless told otherwise: windows side by side. */
export type PoolOptions = WindowOptions;

/**
 * The largest number of each window. x: [N, C, H, W] → [N, C, oh, ow]. Padding never wins; winners that tie share the
 * gradient equally. Throws ShapeError, ValueError. Chapter 16.
 * @example
 * maxPool2d(arange(16).reshape([1, 1, 4, 4]), { size: 2 }).at(0, 0); // Tensor [2, 2] 5 7 13 15
 */
export function maxPool2d(x: Tensor, options: PoolOptions): Tensor {
  return maxPoolOf([x], checkedWindow("maxPool2d", options));
}

const maxPoolOf = fused<Window>("maxPool2d", ([x], window) => {
  const [top, bottom, left, right] = window.pad;
  if (top + bottom + left + right === 0 || x.rank !== 4) return reduced(x, window, (columns) => columns.max(2));
  const widths: [number, number][] = [
    [0, 0],
    [0, 0],
    [top, bottom],
    [left, right],
  ];
  const inside = new Tensor(x.on.full([1, 1, ...x.shape.slice(2)], 1), x.on).pad(widths);
  const framed = where(inside, x.pad(widths), -Infinity);
  return reduced(framed, { ...window, pad: [0, 0, 0, 0] }, (columns) => columns.max(2));
});

/**
 * The mean of each window, the zeros of the padding included. x: [N, C, H, W] → [N, C, oh, ow]. Throws ShapeError,
 * ValueError. LeCun et al. 1989; chapter 16.
 * @example
 * avgPool2d(arange(16).reshape([1, 1, 4, 4]), { size: 2 }).at(0, 0); // Tensor [2, 2] 2.5 4.5 10.5 12.5
 */
export function avgPool2d(x: Tensor, options: PoolOptions): Tensor {
  return avgPoolOf([x], checkedWindow("avgPool2d", options));
}

const avgPoolOf = fused<Window>("avgPool2d", ([x], window) => reduced(x, window, (columns) => columns.mean(2)));

/**
 * The mean of each channel: [N, C, H, W] → [N, C]. Any number of axes after the channels. Lin et al. 2014; chapter 16.
 * @example
 * globalAveragePool(arange(8).reshape([1, 2, 2, 2])); // Tensor [1, 2] 1.5 5.5
 */
export function globalAveragePool(x: Tensor): Tensor {
  return x.mean(withinChannels("globalAveragePool", x));
}

/**
 * The largest number of each channel: [N, C, H, W] → [N, C]. Any number of axes after the channels. Throws ShapeError.
 * Chapter 16.
 * @example
 * globalMaxPool(arange(8).reshape([1, 2, 2, 2])); // Tensor [1, 2] 3 7
 */
export function globalMaxPool(x: Tensor): Tensor {
  return x.max(withinChannels("globalMaxPool", x));
}

/** The axes after the channels. */
function withinChannels(op: string, x: Tensor): number[] {
  if (x.rank > 2) return x.shape.map((_, i) => i).slice(2);
  throw new ShapeError({
    op,
    rule: "there is nothing to pool",
    shapes: [x.shape],
    expected: "[N, C, H, W], or other axes after the channels",
    hint: "x.mean(-1) averages the last axis of any tensor, x.max(-1) takes its largest number",
  });
}

/** Each window's numbers, side by side along axis 2, as one: [N, C, kh·kw, oh·ow] → [N, C, oh·ow] → [N, C, oh, ow]. */
function reduced(x: Tensor, window: Window, f: (columns: Tensor) => Tensor): Tensor {
  const columns = unfold(x, window);
  const [N, C, H, W] = x.shape;
  const [oh, ow] = windowCounts([H, W], window);
  return f(columns.reshape([N, C, window.size[0] * window.size[1], oh * ow])).reshape([N, C, oh, ow]);
}

/** The window, its stride its size unless given. It must not lie in the padding altogether. */
function checkedWindow(op: string, { stride, ...options }: PoolOptions): Window {
  const window = windowOf({ ...options, stride: stride ?? options.size });
  const { size, dilation, pad } = window;
  const [kh, kw] = size.map((k, i) => dilation[i] * (k - 1) + 1);
  if (pad.every((n, i) => n <= (i < 2 ? kh : kw) / 2)) return window;
  throw new ValueError({
    op,
    rule: "the padding is wider than half of the window",
    got: `padding [${pad.join(", ")}] for a window that covers [${kh}, ${kw}]`,
    expected: "at most half of the window on each side",
    hint: "pad: 1 goes with size: 3",
  });
}
