/** A strided array: numbers in a row, and the steps that make them look like any shape. Chapter 2 tells the story. */
import { type Shape, sameShape, sizeOf, stridesOf } from "../../core/shape.ts";
import type { Floats, Handle } from "../backend.ts";

/** Element [i, j, …] is storage[offset + i·strides[0] + j·strides[1] + …]. Views share one storage. */
export class Strided implements Handle {
  readonly shape: Shape;
  readonly size: number;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly storage: Floats;

  constructor(storage: Floats, shape: Shape, strides: readonly number[] = stridesOf(shape), offset = 0) {
    this.storage = storage;
    this.shape = shape;
    this.size = sizeOf(shape);
    this.strides = strides;
    this.offset = offset;
  }

  /** Whether the elements lie in row-major order without gaps. Steps along axes of size 1 are never taken. */
  get packed(): boolean {
    for (let i = this.shape.length - 1, step = 1; i >= 0; i--) {
      if (this.shape[i] !== 1 && this.strides[i] !== step) return false;
      step *= this.shape[i];
    }
    return true;
  }
}

/** The steps through x when it is seen as `shape`: a stretched axis stands still. */
export function stretchedStrides(x: Strided, shape: Shape): number[] {
  const lead = shape.length - x.shape.length;
  return shape.map((_, i) => (i < lead || x.shape[i - lead] === 1 ? 0 : x.strides[i - lead]));
}

/** x seen as `shape` without copying: axes of size 1 stretch, new axes appear in front. */
export const stretched = (x: Strided, shape: Shape): Strided =>
  sameShape(x.shape, shape) ? x : new Strided(x.storage, shape, stretchedStrides(x, shape), x.offset);

/**
 * Calls visit(i, at) for every element in row-major order: i counts 0, 1, 2, …,
 * at is its place in the storage. Works like an odometer: the last axis turns
 * fastest; a wheel that is full returns to 0 and moves the one before it.
 */
export function walk(x: Strided, visit: (i: number, at: number) => void): void {
  const { shape, strides, size } = x;
  const index = new Array<number>(shape.length).fill(0);
  for (let i = 0, at = x.offset; i < size; i++) {
    visit(i, at);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis];
      if (++index[axis] < shape[axis]) break;
      at -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
}

/** The elements in row-major order: the storage itself where it is already so, else a copy in `out`. */
export function packedNumbers(x: Strided, make: (size: number) => Floats): Floats {
  if (x.packed) return x.storage.subarray(x.offset, x.offset + x.size);
  const out = make(x.size);
  const { storage } = x;
  walk(x, (i, at) => (out[i] = storage[at]));
  return out;
}
