/** The part of jax-js that is used here. */
import type { Shape } from "../programs.ts";

export interface Jax {
  init(device: "wasm"): Promise<unknown>;
  defaultDevice(device: "wasm"): unknown;
  jit<F extends (...args: never[]) => unknown>(f: F): F;
  grad<A extends unknown[]>(f: (...args: A) => JaxArray): (...args: A) => JaxArray;
  valueAndGrad<P, A extends unknown[]>(
    f: (params: P, ...rest: A) => JaxArray,
  ): (params: P, ...rest: A) => [JaxArray, P];
  blockUntilReady<T>(x: T): Promise<T>;
  readonly numpy: {
    array(data: Float32Array): JaxArray;
    matmul(a: JaxArray, b: JaxArray): JaxArray;
    matrixTranspose(a: JaxArray): JaxArray;
    transpose(a: JaxArray, order: readonly number[]): JaxArray;
    split(a: JaxArray, pieces: number, axis: number): JaxArray[];
    exp(a: JaxArray): JaxArray;
    sqrt(a: JaxArray): JaxArray;
    tanh(a: JaxArray): JaxArray;
    sum(a: JaxArray, axis?: number | null): JaxArray;
    max(a: JaxArray, axes: readonly number[]): JaxArray;
    mean(a: JaxArray): JaxArray;
  };
  readonly nn: {
    relu(a: JaxArray): JaxArray;
    sigmoid(a: JaxArray): JaxArray;
    gelu(a: JaxArray, options: { approximate: boolean }): JaxArray;
    softmax(a: JaxArray, axis: number): JaxArray;
    logSoftmax(a: JaxArray, axis: number): JaxArray;
    standardize(a: JaxArray, axis: number, options: { epsilon: number }): JaxArray;
  };
  readonly lax: {
    conv(x: JaxArray, w: JaxArray, stride: readonly number[], pad: "VALID" | readonly (readonly number[])[]): JaxArray;
  };
}

export interface JaxArray {
  /** The same array, to be given away once more. */
  readonly ref: JaxArray;
  readonly shape: number[];
  reshape(shape: Shape): JaxArray;
  add(other: JaxArray | number): JaxArray;
  sub(other: JaxArray): JaxArray;
  mul(other: JaxArray | number): JaxArray;
  div(other: JaxArray): JaxArray;
  dispose(): void;
  data(): Promise<Float32Array>;
}
