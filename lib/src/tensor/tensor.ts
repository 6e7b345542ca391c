/** The tensor: numbers of some shape on a backend, and what the gradient sweep needs to know about them. Chapters 2 and 7. */
import type { Backend, Handle } from "../backend/backend.ts";
import { ShapeError } from "../core/errors.ts";
import { type Shape, sizeOf } from "../core/shape.ts";
import { printed } from "./print.ts";

/** A gradient rule: the upstream gradient, the output and the first three inputs in, the gradient of one input out. */
export type Vjp = (g: Tensor, y: Tensor, a: Tensor, b: Tensor, c: Tensor) => Tensor;

/** How a tensor was made: the operation, its inputs, one rule for each, and how often they had been updated by then. */
export interface Origin {
  readonly op: string;
  readonly inputs: readonly Tensor[];
  readonly rules: readonly Vjp[];
  readonly versions: number;
  /** Arrays that only the gradient rules read. */
  readonly saved: readonly Handle[];
}

/** Where a leaf collects its gradient. The buffer is used again from step to step unless somebody looked at it. */
export interface GradSlot {
  buffer: Handle;
  filled: boolean;
  seen: Tensor | null;
}

/** How often numbers were updated in place; shared by all tensors that show the same numbers. */
export interface Version {
  count: number;
  /** The array that may be updated; null when none may. Views share the version but not the array. */
  readonly of: Handle | null;
}

/** Numbers, nested as deep as their shape. */
export type Nested = number | readonly Nested[];

/** Tensors that are not parameters never change, so they share one version. */
const NEVER: Version = Object.freeze({ count: 0, of: null });
let born = 0;

/** Numbers of some shape. Made by `tensor`, `zeros` and by operations; an operation never changes its inputs. */
export class Tensor {
  /** The array inside the backend. */
  readonly handle: Handle;
  /** The backend that holds the array. */
  readonly on: Backend;
  /** Whether gradients flow to or through this tensor. */
  readonly requiresGrad: boolean;
  /** Tensors are numbered as they are made, so that inputs come before outputs. */
  readonly serial: number = born++;
  /** null for leaves, and for tensors that need no gradient. */
  origin: Origin | null = null;
  version: Version = NEVER;
  /** Gradient collected so far; only during a sweep. */
  pending: Tensor | null = null;
  /** The last sweep that came by. */
  sweep = 0;
  slot: GradSlot | null = null;
  /** Whether an intermediate tensor keeps its gradient too. */
  keepsGrad = false;

  constructor(handle: Handle, on: Backend, requiresGrad = false) {
    this.handle = handle;
    this.on = on;
    this.requiresGrad = requiresGrad;
  }

  /** The sizes of the axes. */
  get shape(): Shape {
    return this.handle.shape;
  }

  /** How many numbers there are. */
  get size(): number {
    return this.handle.size;
  }

  /** How many axes there are. */
  get rank(): number {
    return this.handle.shape.length;
  }

  /** The gradient that backward() brought, or null. A gradient that was read stays as it is; later steps write elsewhere. */
  get grad(): Tensor | null {
    const slot = this.slot;
    if (slot === null || !slot.filled) return null;
    slot.seen ??= new Tensor(slot.buffer, this.on);
    return slot.seen;
  }

  /** The only number of a tensor of size 1. Throws ShapeError for other sizes. */
  item(): number {
    if (this.size === 1) return this.on.read(this.handle)[0];
    throw new ShapeError({
      op: "item",
      rule: `there are ${this.size} numbers, not one`,
      shapes: [this.shape],
      expected: "a tensor of size 1",
      hint: "x.sum().item(), or x.toArray() for all of them",
    });
  }

  /** A copy of the numbers in row-major order, rounded to float32. */
  data(): Float32Array {
    const numbers = this.on.read(this.handle);
    return numbers instanceof Float32Array ? numbers : Float32Array.from(numbers);
  }

  /** A copy of the numbers in row-major order, in float64: exact on every backend. */
  data64(): Float64Array {
    return Float64Array.from(this.on.read(this.handle));
  }

  /** A copy of the numbers, nested as the shape says; a plain number for rank 0. */
  toArray(): Nested {
    return nested(this.data64(), this.shape, 0, 0);
  }

  /** A matrix as a list of its rows. Throws ShapeError unless the rank is 2. */
  toRows(): number[][] {
    if (this.rank === 2) {
      const numbers = this.data64();
      const [rows, columns] = this.shape;
      return Array.from({ length: rows }, (_, i) => [...numbers.subarray(i * columns, (i + 1) * columns)]);
    }
    throw new ShapeError({
      op: "toRows",
      rule: `rank ${this.rank} is not a matrix`,
      shapes: [this.shape],
      expected: "[rows, columns]",
      hint: "toArray() nests any shape",
    });
  }

  /** The shape, and the numbers in aligned rows. */
  toString(): string {
    return printed(this.shape, this.data64(), this.requiresGrad);
  }

  /** What Node's console and notebooks show. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

function nested(numbers: Float64Array, shape: Shape, axis: number, start: number): Nested {
  if (axis === shape.length) return numbers[start];
  const step = sizeOf(shape.slice(axis + 1));
  return Array.from({ length: shape[axis] }, (_, i) => nested(numbers, shape, axis + 1, start + i * step));
}
