/** Loading the kernels. Their bytes are part of the program, so that no file and no network is needed, and it takes no waiting. */
import type { BinaryOp, ReduceOp, UnaryOp } from "../backend.ts";
import { plain, relaxed } from "./generated/kernels.ts";

type Map = (x: number, out: number, n: number) => void;
type Zip = (a: number, b: number, out: number, n: number) => void;
type Kernel = (...args: number[]) => number;

/** What the WebAssembly module exports: functions of addresses, sizes and strides. */
export type Kernels = { readonly [Op in UnaryOp as `map_${Op}`]: Map } & {
  readonly [Op in BinaryOp as `zip_${Op}`]: Zip;
} & { readonly [Op in BinaryOp as `zip4_${Op}`]: Kernel } & { readonly [Op in ReduceOp as `reduce_${Op}`]: Kernel } & {
  readonly [Name in Other]: Kernel;
};

type Other =
  | "select"
  | "fill"
  | "copy"
  | "addTo"
  | "copy4"
  | "paste4"
  | "gather"
  | "scatterAdd"
  | "unfold"
  | "fold"
  | "matmul"
  | "matmuls"
  | "addRow"
  | "sumRows"
  | "peak"
  | "softmax"
  | "softmaxBack"
  | "causalSoftmax"
  | "logSoftmax"
  | "logSoftmaxBack"
  | "crossEntropy"
  | "layerNorm"
  | "layerNormBack"
  | "gelu"
  | "geluBack"
  | "geluTanh"
  | "geluTanhBack"
  | "conv"
  | "sumChannels"
  | "convFilterBack"
  | "maxPool"
  | "maxPoolBack"
  | "avgPool"
  | "avgPoolBack"
  | "relu_back"
  | "sigmoid_back"
  | "tanh_back"
  | "lstm"
  | "lstmBack"
  | "sgd"
  | "momentum"
  | "adam";

/** A module of one function that multiplies and adds in one rounding: engines that accept it know relaxed SIMD. */
const probe = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2,
  253, 133, 2, 11,
];

/** Whether this engine has relaxed SIMD. */
export const knowsRelaxed = (): boolean => WebAssembly.validate(new Uint8Array(probe));

/** The kernels, working on this memory. */
export function loadKernels(memory: WebAssembly.Memory, kind: "plain" | "relaxed"): Kernels {
  const text = atob(kind === "plain" ? plain : relaxed);
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const abort = (): never => {
    throw new Error("a kernel stopped");
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory, abort } });
  return exports as unknown as Kernels;
}
