/** Pooling along sequences: each window as one number. Chapter 16. */
import { ShapeError } from "../core/errors.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Pair } from "../tensor/windows.ts";
import { avgPool2d, maxPool2d, type PoolOptions } from "./pool.ts";

/** The stride is the size of the window unless told otherwise: windows side by side. */
export interface Pool1dOptions {
  readonly size: number;
  readonly stride?: number;
  readonly dilation?: number;
  /** At both ends, or [before, after]. */
  readonly pad?: Pair;
}

/**
 * The largest number of each window. x: [N, C, T] → [N, C, t]. Padding never wins. Throws ShapeError, ValueError.
 * Chapter 16.
 * @example
 * maxPool1d(tensor([[[1, 5, 2, 3]]]), { size: 2 }); // Tensor [1, 1, 2] 5 3
 */
export const maxPool1d = (x: Tensor, options: Pool1dOptions): Tensor => along("maxPool1d", x, options, maxPool2d);

/**
 * The mean of each window, the zeros of the padding included. x: [N, C, T] → [N, C, t]. Throws ShapeError, ValueError.
 * Chapter 16.
 * @example
 * avgPool1d(tensor([[[1, 5, 2, 3]]]), { size: 2 }); // Tensor [1, 1, 2] 3.0 2.5
 */
export const avgPool1d = (x: Tensor, options: Pool1dOptions): Tensor => along("avgPool1d", x, options, avgPool2d);

/** The pooling of images of height 1. */
function along(
  op: string,
  x: Tensor,
  options: Pool1dOptions,
  pool: (x: Tensor, options: PoolOptions) => Tensor,
): Tensor {
  const { size, stride = size, dilation = 1, pad = 0 } = options;
  if (x.rank !== 3) throw noSequences(op, x);
  const [N, C, T] = x.shape;
  const [before, after] = typeof pad === "number" ? [pad, pad] : pad;
  const y = pool(x.reshape([N, C, 1, T]), {
    size: [1, size],
    stride: [1, stride],
    dilation: [1, dilation],
    pad: [0, 0, before, after],
  });
  return y.reshape([N, C, y.shape[3]]);
}

function noSequences(op: string, x: Tensor): ShapeError {
  return new ShapeError({
    op,
    rule: "sequences need three axes",
    shapes: [x.shape],
    expected: "[N, C, T]",
    hint: "x.unsqueeze(0) makes one example a batch",
  });
}
