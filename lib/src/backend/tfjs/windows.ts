/** Sliding windows by TensorFlow's kernels. Every channel is an image of its own, so that nothing must be turned around twice. */
import { type Shape, sizeOf } from "../../core/shape.ts";
import type { Window } from "../backend.ts";
import { columnsShape } from "../reference/windows.ts";
import type { TensorFlow } from "./tensorflow.ts";

/** [N, C, H, W] → [N, C·kh·kw, oh·ow] */
export function unfoldWindows(
  tensorflow: TensorFlow,
  x: number,
  [N, C, H, W]: Shape,
  window: Window,
): { shape: Shape; id: number } {
  const { size, stride, dilation, pad } = window;
  const shape = columnsShape([N, C, H, W], window);
  const [top, bottom, left, right] = pad;
  if (sizeOf(shape) === 0) return { shape, id: tensorflow.floats(new Float32Array(0), shape) };
  const steps = new Steps(tensorflow, x);
  steps.list("Reshape", "Tshape", [N * C, H, W, 1]);
  steps.list("Pad", "Tpaddings", [0, 0, top, bottom, left, right, 0, 0], [4, 2]);
  steps.run("ExtractImagePatches", `patches ${size} ${stride} ${dilation}`, {
    ksizes: [1, ...size, 1],
    strides: [1, ...stride, 1],
    rates: [1, ...dilation, 1],
    padding: "VALID",
  }); // [N·C, oh, ow, kh·kw]
  steps.list("Transpose", "Tperm", [0, 3, 1, 2]);
  steps.list("Reshape", "Tshape", shape);
  return { shape, id: steps.id };
}

/**
 * The adjoint of unfold: [N, C·kh·kw, oh·ow] → [N, C, H, W]. It is the input gradient of a convolution whose filters
 * each pick one place of the window.
 */
export function foldColumns(tensorflow: TensorFlow, columns: number, [N, C, H, W]: Shape, window: Window): number {
  const { size, stride, pad } = window;
  const [top, bottom, left, right] = pad;
  const taps = size[0] * size[1];
  const [rows, across] = counts([H, W], window);
  if (N * C * H * W === 0) return tensorflow.floats(new Float32Array(0), [N, C, H, W]);
  const padded = [N * C, H + top + bottom, W + left + right, 1];
  const steps = new Steps(tensorflow, columns);
  steps.list("Reshape", "Tshape", [N * C, taps, rows, across]);
  steps.list("Transpose", "Tperm", [0, 2, 3, 1]); // [N·C, oh, ow, kh·kw]
  const filters = pickers(window);
  const filter = tensorflow.floats(filters.numbers, filters.shape);
  const options = { strides: [1, ...stride, 1], padding: "VALID", data_format: "NHWC", use_cudnn_on_gpu: true };
  steps.run("Conv2DBackpropInput", `fold ${stride}`, options, (id) => [tensorflow.constant(padded), filter, id]);
  tensorflow.drop(filter);
  steps.slice([0, top, left, 0], [N * C, H, W, 1]);
  steps.list("Reshape", "Tshape", [N, C, H, W]);
  return steps.id;
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

/** Operations one after the other; each result but the last is deleted when the next is there. */
class Steps {
  id: number;
  readonly #tensorflow: TensorFlow;
  #own = false;

  constructor(tensorflow: TensorFlow, x: number) {
    this.#tensorflow = tensorflow;
    this.id = x;
  }

  run(
    name: string,
    key: string,
    options: Readonly<Record<string, boolean | string | readonly number[]>>,
    inputs: (id: number) => readonly number[] = (id) => [id],
  ): void {
    this.#next(this.#tensorflow.run(name, this.#tensorflow.attributes(key, { T: "float" }, options), inputs(this.id)));
  }

  /** An operation with a list of whole numbers beside the array. */
  list(name: string, type: string, list: readonly number[], listShape: Shape = [list.length]): void {
    const attributes = this.#tensorflow.attributes(name, { T: "float", [type]: "int" });
    this.#next(this.#tensorflow.run(name, attributes, [this.id, this.#tensorflow.constant(list, listShape)]));
  }

  slice(from: readonly number[], shape: Shape): void {
    const attributes = this.#tensorflow.attributes("slice", { T: "float", Index: "int" });
    const inputs = [this.id, this.#tensorflow.constant(from), this.#tensorflow.constant(shape)];
    this.#next(this.#tensorflow.run("Slice", attributes, inputs));
  }

  #next(id: number): void {
    if (this.#own) this.#tensorflow.drop(this.id);
    this.id = id;
    this.#own = true;
  }
}
