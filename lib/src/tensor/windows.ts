/** Sliding windows: unfold writes every window as a column, fold is its adjoint. Chapter 16 builds convolution on them. */
import type { Window } from "../backend/backend.ts";
import { ShapeError, shapeText } from "../core/errors.ts";
import { type Shape, sameShape } from "../core/shape.ts";
import { record } from "./tape.ts";
import type { Tensor } from "./tensor.ts";

/** One number for both directions, or one for each: height, width. */
export type Pair = number | readonly [number, number];

export interface WindowOptions {
  readonly size: Pair;
  readonly stride?: Pair;
  readonly dilation?: Pair;
  /** Zeros around the image: one number, [height, width], or [top, bottom, left, right]. */
  readonly pad?: Pair | readonly [number, number, number, number];
}

/**
 * Every window as a column. x: [N, C, H, W] → [N, C·kh·kw, oh·ow], channels first within a column. Throws ShapeError.
 * @example
 * unfold(arange(9).reshape([1, 1, 3, 3]), { size: 2 }).at(0); // Tensor [4, 4] 0 1 3 4 1 2 4 5 3 4 6 7 4 5 7 8
 */
export function unfold(x: Tensor, options: WindowOptions): Tensor {
  const window = windowOf(options);
  checkWindow("unfold", x.shape, window);
  return record("unfold", [x], x.on.unfold(x.handle, window), [(g, _y, x) => fold(g, x.shape, options)]);
}

/**
 * Adds columns back into an image of zeros, where windows overlap several times. The adjoint of unfold.
 * @example
 * fold(ones([1, 4, 4]), [1, 1, 3, 3], { size: 2 }).at(0, 0); // Tensor [3, 3] 1 2 1 2 4 2 1 2 1
 */
export function fold(columns: Tensor, shape: Shape, options: WindowOptions): Tensor {
  const window = windowOf(options);
  checkWindow("fold", shape, window);
  const expected = columnsOf(shape, window);
  if (!sameShape(columns.shape, expected)) {
    throw new ShapeError({
      op: "fold",
      rule: `these columns do not belong to an image ${shapeText(shape)}`,
      shapes: [columns.shape],
      expected: shapeText(expected),
      hint: "fold takes what unfold gives for that image and the same options",
    });
  }
  return record("fold", [columns], columns.on.fold(columns.handle, shape, window), [(h) => unfold(h, options)]);
}

/**
 * How many windows fit along height and width.
 * @example
 * windowCounts([28, 28], { size: 5, stride: 2 }); // [ 12, 12 ]
 */
export function windowCounts([H, W]: readonly [number, number], options: WindowOptions): [number, number] {
  const { size, stride, dilation, pad } = windowOf(options);
  const along = (i: 0 | 1, n: number): number =>
    Math.floor((n + pad[2 * i] + pad[2 * i + 1] - dilation[i] * (size[i] - 1) - 1) / stride[i]) + 1;
  return [along(0, H), along(1, W)];
}

function columnsOf([N, C, H, W]: Shape, window: Window): Shape {
  const [rows, columns] = windowCounts([H, W], window);
  return [N, C * window.size[0] * window.size[1], rows * columns];
}

/** Options as the backends take them: pairs, and padding at top, bottom, left and right. */
export function windowOf({ size, stride = 1, dilation = 1, pad = 0 }: WindowOptions): Window {
  const [top, bottom, left, right] = typeof pad !== "number" && pad.length === 4 ? pad : bothSides(pair(pad));
  return { size: pair(size), stride: pair(stride), dilation: pair(dilation), pad: [top, bottom, left, right] };
}

const pair = (n: Pair): readonly [number, number] => (typeof n === "number" ? [n, n] : n);
const bothSides = ([h, w]: readonly [number, number]): [number, number, number, number] => [h, h, w, w];

function checkWindow(op: string, shape: Shape, window: Window): void {
  const { size, stride, dilation, pad } = window;
  const whole =
    (least: number) =>
    (n: number): boolean =>
      Number.isInteger(n) && n >= least;
  const sane = [...size, ...stride, ...dilation].every(whole(1)) && pad.every(whole(0));
  if (shape.length === 4 && sane && windowCounts([shape[2], shape[3]], window).every(whole(1))) return;
  throw new ShapeError({
    op,
    rule: shape.length === 4 ? "the window does not fit the image" : "an image needs four axes",
    shapes: [shape],
    got: `${shapeText(shape)} and a window of ${shapeText(size)}, stride ${shapeText(stride)}, padding ${shapeText(pad)}`,
    expected: "[N, C, H, W], and a window inside the padded image",
    hint: "x.reshape([N, C, H, W]) first, or more padding",
  });
}
