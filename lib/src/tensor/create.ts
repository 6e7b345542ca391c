/** Making tensors from numbers. Chapter 2. */
import { backend } from "../backend/current.ts";
import { described } from "../core/described.ts";
import { ShapeError, shapeText, ValueError } from "../core/errors.ts";
import { checkShape, type Shape, sizeOf } from "../core/shape.ts";
import { type Nested, Tensor } from "./tensor.ts";

/** What `tensor` takes as numbers: nested lists or a typed array. */
export type Numbers = Nested | Float32Array | Float64Array | Int32Array;

export interface TensorOptions {
  /** The shape of flat numbers; nested lists know theirs. */
  readonly shape?: Shape;
  /** Whether it is a parameter, to which gradients flow. */
  readonly requiresGrad?: boolean;
}

/**
 * A tensor of these numbers, copied. Throws ShapeError on ragged lists and on numbers that do not fill the shape,
 * ValueError on what is no number.
 * @example
 * tensor([[1, 2], [3, 4]]); // Tensor [2, 2] 1 2 3 4
 */
export function tensor(numbers: Numbers, { shape, requiresGrad = false }: TensorOptions = {}): Tensor {
  const flat = ArrayBuffer.isView(numbers) ? numbers : flattened(numbers);
  const to = shape ?? (ArrayBuffer.isView(numbers) ? [numbers.length] : shapeOf(numbers));
  checkShape("tensor", to);
  if (flat.length !== sizeOf(to)) throw doesNotFill(flat.length, to);
  const on = backend();
  const x = new Tensor(on.fromData(flat, to), on);
  return requiresGrad ? parameter(x) : x;
}

/**
 * A copy of x to which gradients flow, and which an optimiser may update in place.
 * @example
 * parameter(tensor([1, 2])); // Tensor [2] requiresGrad 1 2
 */
export function parameter(x: Tensor): Tensor {
  return mutable(x, true);
}

/**
 * A copy of x that may be updated in place but is not trained, such as a running mean.
 * @example
 * buffer(zeros([2])); // Tensor [2] 0 0
 */
export function buffer(x: Tensor): Tensor {
  return mutable(x, false);
}

function mutable(x: Tensor, requiresGrad: boolean): Tensor {
  const p = new Tensor(x.on.persistent(x.handle), x.on, requiresGrad);
  p.version = { count: 0, of: p.handle };
  return p;
}

/**
 * A tensor filled with one value.
 * @example
 * full([2, 2], 7); // Tensor [2, 2] 7 7 7 7
 */
export function full(shape: Shape, value: number): Tensor {
  checkShape("full", shape);
  const on = backend();
  return new Tensor(on.full(shape, value), on);
}

/**
 * A tensor of zeros.
 * @example
 * zeros([3]); // Tensor [3] 0 0 0
 */
export const zeros = (shape: Shape): Tensor => full(shape, 0);

/**
 * A tensor of ones.
 * @example
 * ones([3]); // Tensor [3] 1 1 1
 */
export const ones = (shape: Shape): Tensor => full(shape, 1);

/**
 * The numbers 0, 1, … count − 1; or from start (included) to end (excluded) in steps. [count]
 * Throws ValueError when the steps reach no end.
 * @example
 * arange(0, 1, 0.25); // Tensor [4] 0.00 0.25 0.50 0.75
 */
export function arange(start: number, end?: number, step = 1): Tensor {
  const [from, to] = end === undefined ? [0, start] : [start, end];
  if (!Number.isFinite((to - from) / step)) throw endless(from, to, step);
  const count = Math.max(0, Math.ceil((to - from) / step));
  return tensor(Float64Array.from({ length: count }, (_, i) => from + i * step));
}

/**
 * The identity matrix. [n, n]
 * @example
 * eye(2); // Tensor [2, 2] 1 0 0 1
 */
export function eye(n: number): Tensor {
  const numbers = new Float32Array(n * n);
  for (let i = 0; i < n; i++) numbers[i * n + i] = 1;
  return tensor(numbers, { shape: [n, n] });
}

function shapeOf(numbers: Nested): number[] {
  const shape: number[] = [];
  for (let level = numbers; Array.isArray(level); level = level[0]) shape.push(level.length);
  return shape;
}

function flattened(numbers: Nested): Float64Array {
  const shape = shapeOf(numbers);
  const flat: number[] = [];
  const visit = (level: Nested, axis: number): void => {
    if (typeof level === "number" && axis === shape.length) flat.push(level);
    else if (typeof level !== "number" && !Array.isArray(level)) throw noNumber(level);
    else if (typeof level === "number" || level.length !== shape[axis]) throw ragged(shape, axis, level);
    else for (const next of level) visit(next, axis + 1);
  };
  visit(numbers, 0);
  return Float64Array.from(flat);
}

function endless(from: number, to: number, step: number): ValueError {
  return new ValueError({
    op: "arange",
    rule: "these steps reach no end",
    got: `from ${from} to ${to} in steps of ${step}`,
    expected: "finite numbers, and a step that is not 0",
    hint: "arange(0, 1, 0.25) gives four numbers",
  });
}

/** Without types, lists of anything can be passed. */
function noNumber(x: unknown): ValueError {
  return new ValueError({
    op: "tensor",
    rule: "an entry is no number",
    got: described(x),
    expected: "numbers, or lists of numbers",
    hint:
      x instanceof Tensor
        ? "stack([a, b]) makes one tensor of several"
        : "Number(text) reads a number, Number(true) is 1",
  });
}

function ragged(shape: Shape, axis: number, level: Nested): ShapeError {
  return new ShapeError({
    op: "tensor",
    rule: "the lists are ragged",
    shapes: [shape],
    got: typeof level === "number" ? `a number at depth ${axis}` : `a list of ${level.length} at depth ${axis}`,
    expected:
      axis < shape.length ? `lists of ${shape[axis]} there, as in the first row` : `numbers there, as in the first row`,
    hint: "every row needs the same length",
  });
}

function doesNotFill(count: number, shape: Shape): ShapeError {
  return new ShapeError({
    op: "tensor",
    rule: `${count} numbers do not fill the shape`,
    shapes: [shape],
    got: `${count} numbers and shape ${shapeText(shape)}`,
    expected: `${sizeOf(shape)} numbers`,
    hint: "the sizes of a shape, multiplied, give the count",
  });
}
