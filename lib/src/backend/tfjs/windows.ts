/** Sliding windows by TensorFlow's kernels. Every channel is an image of its own, so that nothing must be turned around twice. */
import { type Shape, sizeOf } from "../../core/shape.ts";
import type { Window } from "../backend.ts";
import { columnsShape } from "../reference/windows.ts";
import { computed } from "./calls.ts";
import type { TensorFlow } from "./tensorflow.ts";

/** [N, C, H, W] → [N, C·kh·kw, oh·ow] */
export function unfoldWindows(tensorflow: TensorFlow, x: number, [N, C, H, W]: Shape, window: Window): number {
  const { size, stride, dilation, pad } = window;
  const shape = columnsShape([N, C, H, W], window);
  if (sizeOf(shape) === 0) return tensorflow.floats(new Float32Array(0), shape);
  const [top, bottom, left, right] = pad;
  const options = { ksizes: [1, ...size, 1], strides: [1, ...stride, 1], rates: [1, ...dilation, 1], padding: "VALID" };
  const attributes = tensorflow.attributes(`patches ${size} ${stride} ${dilation}`, { T: "float" }, options);
  return computed(tensorflow, (calls) => {
    const images = calls.arranged("Reshape", "Tshape", x, [N * C, H, W, 1]);
    const padded = calls.arranged("Pad", "Tpaddings", images, [0, 0, top, bottom, left, right, 0, 0], [4, 2]);
    const patches = calls.run("ExtractImagePatches", attributes, [padded]); // [N·C, oh, ow, kh·kw]
    const columns = calls.arranged("Transpose", "Tperm", patches, [0, 3, 1, 2]);
    return calls.arranged("Reshape", "Tshape", columns, shape);
  });
}

/**
 * The adjoint of unfold: [N, C·kh·kw, oh·ow] → [N, C, H, W]. It is the input gradient of a convolution whose filters
 * each pick one place of the window. They are zeros elsewhere, and 0 · ∞ is NaN: an infinity spreads within its window.
 */
export function foldColumns(tensorflow: TensorFlow, columns: number, [N, C, H, W]: Shape, window: Window): number {
  if (N * C * H * W === 0) return tensorflow.floats(new Float32Array(0), [N, C, H, W]);
  const { size, stride, pad } = window;
  const [top, bottom, left, right] = pad;
  const [rows, across] = counts([H, W], window);
  const { numbers, shape } = pickers(window);
  const options = { strides: [1, ...stride, 1], padding: "VALID", data_format: "NHWC", use_cudnn_on_gpu: true };
  const attributes = tensorflow.attributes(`fold ${stride}`, { T: "float" }, options);
  return computed(tensorflow, (calls) => {
    const planes = calls.arranged("Reshape", "Tshape", columns, [N * C, size[0] * size[1], rows, across]);
    const patches = calls.arranged("Transpose", "Tperm", planes, [0, 2, 3, 1]); // [N·C, oh, ow, kh·kw]
    const padded = tensorflow.constant([N * C, H + top + bottom, W + left + right, 1]);
    const filters = calls.kept(tensorflow.floats(numbers, shape));
    const images = calls.run("Conv2DBackpropInput", attributes, [padded, filters, patches]);
    const inside = calls.slice(images, [0, top, left, 0], [N * C, H, W, 1]);
    return calls.arranged("Reshape", "Tshape", inside, [N, C, H, W]);
  });
}

/** One filter for each place of the window, with a single 1 there. Dilation becomes zeros: the kernel has none on the CPU. */
function pickers({ size: [kh, kw], dilation }: Window): { numbers: Float32Array; shape: Shape } {
  const [height, width, taps] = [dilation[0] * (kh - 1) + 1, dilation[1] * (kw - 1) + 1, kh * kw];
  const numbers = new Float32Array(height * width * taps);
  for (let i = 0; i < kh; i++)
    for (let j = 0; j < kw; j++) {
      const place = i * dilation[0] * width + j * dilation[1];
      numbers[place * taps + i * kw + j] = 1;
    }
  return { numbers, shape: [height, width, 1, taps] };
}

function counts([H, W]: readonly [number, number], { size, stride, dilation, pad }: Window): [number, number] {
  const along = (i: 0 | 1, n: number): number =>
    Math.floor((n + pad[2 * i] + pad[2 * i + 1] - dilation[i] * (size[i] - 1) - 1) / stride[i]) + 1;
  return [along(0, H), along(1, W)];
}
