/** What a backend must provide. Arrays are opaque handles: only their shape is public. Chapter 2 builds the first one. */
import type { Shape } from "../core/shape.ts";

/** An array that lives inside a backend. */
export interface Handle {
  readonly shape: Shape;
  readonly size: number;
}

/** Numbers as JavaScript holds them: what goes into a backend and comes out of it. */
export type Floats = Float32Array | Float64Array;

/** Functions of one number, applied to each. */
export type UnaryOp =
  | "neg"
  | "exp"
  | "log"
  | "log1p"
  | "sqrt"
  | "reciprocal"
  | "abs"
  | "sign"
  | "floor"
  | "round"
  | "sin"
  | "cos"
  | "tanh"
  | "sigmoid"
  | "relu"
  | "erf";

/** Functions whose slope follows from their result. */
export type SlopeOp = "tanh" | "sigmoid" | "relu";

/** Functions of two numbers. Comparisons give 1 or 0. NaN goes through maximum and minimum. */
export type BinaryOp = "add" | "sub" | "mul" | "div" | "pow" | "maximum" | "minimum" | "greater" | "equal";

export type ReduceOp = "sum" | "max";

/** A window that slides over the last two axes of [N, C, H, W]. */
export interface Window {
  readonly size: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
  /** Zeros added at the top, bottom, left and right. */
  readonly pad: readonly [number, number, number, number];
}

/** Numbers of one SGD update. */
export interface SgdStep {
  readonly lr: number;
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly weightDecay: number;
}

/** Numbers of one Adam update; t counts from 1. `decoupled` is AdamW's weight decay. */
export interface AdamStep {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  readonly decoupled: boolean;
  readonly t: number;
}

/**
 * The primitives of one place to compute. Shapes are already checked when these are called. Results are new arrays or
 * views; nothing is written in place except handles made by `persistent`.
 */
export interface Backend {
  readonly name: string;
  /** Copies row-major numbers in. */
  fromData(data: ArrayLike<number>, shape: Shape): Handle;
  full(shape: Shape, value: number): Handle;
  /** Copies row-major numbers out. */
  read(x: Handle): Floats;

  unary(op: UnaryOp, x: Handle): Handle;
  /** Optional accelerator: g times the slope of the function where it gave y. Both of one shape. */
  slope?(op: SlopeOp, g: Handle, y: Handle): Handle;
  /** a and b broadcast to `shape`. */
  binary(op: BinaryOp, a: Handle, b: Handle, shape: Shape): Handle;
  /** a where condition is not 0, else b; all three broadcast to `shape`. */
  where(condition: Handle, a: Handle, b: Handle, shape: Shape): Handle;
  /** Reduced axes stay, with size 1. */
  reduce(op: ReduceOp, x: Handle, axes: readonly number[]): Handle;
  /** [..., M, K] times [..., K, N]; leading axes broadcast to those of `shape`. */
  matmul(a: Handle, b: Handle, shape: Shape): Handle;

  reshape(x: Handle, shape: Shape): Handle;
  permute(x: Handle, order: readonly number[]): Handle;
  expand(x: Handle, shape: Shape): Handle;
  slice(x: Handle, from: readonly number[], to: readonly number[]): Handle;
  /** x inside zeros of this shape, starting at `before`. */
  pad(x: Handle, before: readonly number[], shape: Shape): Handle;
  concat(xs: readonly Handle[], axis: number): Handle;

  /** Rows of axis 0, by number. */
  gather(x: Handle, rows: Int32Array): Handle;
  /** The adjoint of gather: adds the rows of g into `count` rows of zeros. */
  scatterAdd(g: Handle, rows: Int32Array, count: number): Handle;
  /** Every window as a column: [N, C, H, W] → [N, C·kh·kw, oh·ow]. */
  unfold(x: Handle, window: Window): Handle;
  /** The adjoint of unfold: adds columns back into zeros of this shape. */
  fold(g: Handle, shape: Shape, window: Window): Handle;

  /** A private copy, the only kind of array that may be written in place. */
  persistent(x: Handle): Handle;
  assign(target: Handle, x: Handle): void;
  accumulate(target: Handle, x: Handle): void;
  /** Optional accelerators of the optimisers' definitions; all handles but g are persistent. */
  sgdStep?(p: Handle, g: Handle, velocity: Handle | null, step: SgdStep): void;
  adamStep?(p: Handle, g: Handle, m: Handle, v: Handle, step: AdamStep): void;

  readonly fused: { readonly [name: string]: FusedKernel | undefined };
  /** null: JavaScript's garbage collector owns the arrays. */
  readonly memory: BackendMemory | null;
}

/** An accelerator for a composed function; the composition stays the definition. */
export interface FusedKernel {
  /** null: these shapes are not supported, compose instead. `saved` is what only `backward` needs. */
  forward(inputs: readonly Handle[], options: unknown): { output: Handle; saved: readonly Handle[] } | null;
  /** The gradient of each input that is needed, null for the others. */
  backward(
    g: Handle,
    inputs: readonly Handle[],
    output: Handle,
    saved: readonly Handle[],
    options: unknown,
    needs: readonly boolean[],
  ): readonly (Handle | null)[];
}

/** Arrays that are given back together. A backend may move arrays only at the start of an operation. */
export interface BackendMemory {
  /** Marks the beginning of a scope. */
  enter(): unknown;
  /** Releases every array made since the mark, except `keep`. */
  leave(mark: unknown, keep: readonly Handle[]): void;
  /** Nobody can reach these any more. */
  release(arrays: readonly Handle[]): void;
  /** A graph was just used up: a good moment to tidy. */
  rest(): void;
}
