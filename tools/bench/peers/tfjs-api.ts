/** The part of TensorFlow.js that is used here. */
import type { Shape } from "../programs.ts";

export interface Tf {
  readonly version_core: string;
  setBackend(name: string): Promise<boolean>;
  engine(): { runKernel(name: string, inputs: Readonly<Record<string, TfTensor>>, attributes: object): TfTensor };
  tensor(data: Float32Array | Int32Array, shape: Shape, type?: "float32" | "int32"): TfTensor;
  variable(x: TfTensor): TfTensor;
  tidy<T>(f: () => T): T;
  matMul(a: TfTensor, b: TfTensor, turnA?: boolean, turnB?: boolean): TfTensor;
  add(a: TfTensor, b: TfTensor | number): TfTensor;
  sub(a: TfTensor, b: TfTensor): TfTensor;
  mul(a: TfTensor, b: TfTensor | number): TfTensor;
  div(a: TfTensor, b: TfTensor): TfTensor;
  neg(a: TfTensor): TfTensor;
  exp(a: TfTensor): TfTensor;
  sqrt(a: TfTensor): TfTensor;
  square(a: TfTensor): TfTensor;
  tanh(a: TfTensor): TfTensor;
  relu(a: TfTensor): TfTensor;
  sigmoid(a: TfTensor): TfTensor;
  erf(a: TfTensor): TfTensor;
  softmax(a: TfTensor, axis?: number): TfTensor;
  logSoftmax(a: TfTensor, axis?: number): TfTensor;
  sum(a: TfTensor, axis?: number): TfTensor;
  mean(a: TfTensor): TfTensor;
  moments(a: TfTensor, axis: number, keep: boolean): { readonly mean: TfTensor; readonly variance: TfTensor };
  conv2d(x: TfTensor, w: TfTensor, stride: number, pad: "valid" | "same"): TfTensor;
  maxPool(x: TfTensor, size: number, stride: number, pad: "valid"): TfTensor;
  grad(f: (x: TfTensor) => TfTensor): (x: TfTensor, dy?: TfTensor) => TfTensor;
  reshape(x: TfTensor, shape: Shape): TfTensor;
  split(x: TfTensor, pieces: number, axis: number): TfTensor[];
  transpose(x: TfTensor, order: readonly number[]): TfTensor;
  readonly train: {
    sgd(lr: number): TfOptimizer;
    adam(lr: number, beta1: number, beta2: number, eps: number): TfOptimizer;
  };
}

export interface TfOptimizer {
  minimize(f: () => TfTensor, cost: boolean, vars: readonly TfTensor[]): TfTensor | null;
}

export interface TfTensor {
  readonly shape: Shape;
  dataSync(): Float32Array;
  dispose(): void;
}
