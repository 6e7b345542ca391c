/** Sliding windows over images: every window as a column, and back. Chapter 16 builds convolution on them. */
import type { Shape } from "../../core/shape.ts";
import type { Window } from "../backend.ts";

/** How many windows fit along one axis. */
export function windowCount(
  n: number,
  before: number,
  after: number,
  size: number,
  dilation: number,
  stride: number,
): number {
  return Math.floor((n + before + after - dilation * (size - 1) - 1) / stride) + 1;
}

/** The shape of the columns: [N, C·kh·kw, oh·ow]. */
export function columnsShape([N, C, H, W]: Shape, { size, stride, dilation, pad }: Window): Shape {
  const rows = windowCount(H, pad[0], pad[1], size[0], dilation[0], stride[0]);
  const columns = windowCount(W, pad[2], pad[3], size[1], dilation[1], stride[1]);
  return [N, C * size[0] * size[1], rows * columns];
}

/** For every entry of the columns, in row-major order, its place in a row-major image; −1 for padding. */
export function windowPlaces([N, C, H, W]: Shape, { size, stride, dilation, pad }: Window): Int32Array {
  const [kh, kw] = size;
  const rows = windowCount(H, pad[0], pad[1], kh, dilation[0], stride[0]);
  const columns = windowCount(W, pad[2], pad[3], kw, dilation[1], stride[1]);
  const list = new Int32Array(N * C * kh * kw * rows * columns);
  let k = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let i = 0; i < kh; i++)
      for (let j = 0; j < kw; j++)
        for (let y = 0; y < rows; y++)
          for (let x = 0; x < columns; x++) {
            const h = y * stride[0] + i * dilation[0] - pad[0];
            const w = x * stride[1] + j * dilation[1] - pad[2];
            list[k++] = h < 0 || h >= H || w < 0 || w >= W ? -1 : (plane * H + h) * W + w;
          }
  return list;
}
