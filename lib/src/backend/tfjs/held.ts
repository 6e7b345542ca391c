/** An array of the tfjs backend. */
import { type Shape, sizeOf } from "../../core/shape.ts";
import type { Handle } from "../backend.ts";

/** Held.id of an array that is not in TensorFlow now, and of one that nobody may use any more. */
export const OUTSIDE = -1;
export const RELEASED = -2;

/** An array in TensorFlow, or the numbers that were read out of it. */
export class Held implements Handle {
  readonly shape: Shape;
  readonly size: number;
  /** Whether it may be updated in place: parameters, gradients, the state of optimisers. */
  readonly pinned: boolean;
  id: number;
  copy: Float32Array | null = null;
  /** How often it was updated in place. */
  version = 0;
  /** What it shows, if that may be updated in place: then it must show the new numbers. */
  view: View | null = null;

  constructor(shape: Shape, id: number, pinned: boolean) {
    this.shape = shape;
    this.size = sizeOf(shape);
    this.id = id;
    this.pinned = pinned;
  }
}

/** TensorFlow has no views. This remembers how one was made, to make it again after an update. */
export interface View {
  readonly of: Held;
  readonly make: () => number;
  /** The version of the parameter behind it when it was last made. */
  seen: number;
}

/** Grows whenever the numbers that x shows were updated in place. */
export const versionOf = (x: Held): number => (x.view === null ? x.version : versionOf(x.view.of));
