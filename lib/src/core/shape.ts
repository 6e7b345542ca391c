/** Shapes: sizes, strides, broadcasting and axis arithmetic, without tensors. Chapter 2 tells the story. */
import { described } from "./described.ts";
import { ShapeError, shapeText } from "./errors.ts";

/** The sizes of a tensor's axes, outermost first. [] is the shape of a single number. */
export type Shape = readonly number[];

/** One axis or several; negative axes count from the last. */
export type Axes = number | readonly number[];

/**
 * How many numbers a tensor of this shape holds.
 * @example
 * sizeOf([2, 3]); // 6
 */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i];
  return size;
}

/** Whether two shapes are equal. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Row-major strides: how many numbers apart two neighbours along each axis are.
 * @example
 * stridesOf([2, 3, 4]); // [ 12, 4, 1 ]
 */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  for (let i = shape.length - 1, step = 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i];
  }
  return strides;
}

/** Throws unless every size is a whole number from 0 up. */
export function checkShape(op: string, shape: Shape): void {
  if (!Array.isArray(shape)) throw noShape(op, shape);
  for (const n of shape) {
    if (Number.isInteger(n) && n >= 0) continue;
    throw new ShapeError({
      op,
      rule: `${n} is not a size`,
      shapes: [shape],
      expected: "whole numbers from 0 up",
      hint: "a shape is a list of sizes, such as [2, 3]",
    });
  }
}

function noShape(op: string, shape: unknown): ShapeError {
  return new ShapeError({
    op,
    rule: "a shape is a list of sizes",
    shapes: [],
    got: described(shape),
    expected: "a list of whole numbers from 0 up",
    hint: typeof shape === "number" ? `[${shape}] is one axis` : "[2, 3] is two rows of three",
  });
}

/**
 * The common shape of a and b: aligned at the right, sizes equal, or one of them 1. Throws ShapeError.
 * @example
 * broadcastShapes("add", [2, 1, 3], [4, 1]); // [ 2, 4, 3 ]
 */
export function broadcastShapes(op: string, a: Shape, b: Shape): Shape {
  if (b.length === 0 || sameShape(a, b)) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const m = a[a.length - i] ?? 1;
    const n = b[b.length - i] ?? 1;
    if (m !== n && m !== 1 && n !== 1) throw doNotBroadcast(op, a, b, rank - i, m, n);
    shape[rank - i] = m === 1 ? n : m; // the size that is not 1 wins, even when it is 0
  }
  return shape;
}

function doNotBroadcast(op: string, a: Shape, b: Shape, axis: number, m: number, n: number): ShapeError {
  return new ShapeError({
    op,
    rule: `sizes ${m} and ${n} do not broadcast (axis ${axis})`,
    shapes: [a, b],
    expected: "shapes that are equal when aligned at the right, or 1 where they differ",
    hint:
      a[0] === b[0] && a.length !== b.length
        ? "sum(axis, { keep: true }) keeps the axis"
        : "print both shapes; a reshape may be missing",
  });
}

/** An axis as a number from 0 up. Throws ShapeError when there is no such axis. */
export function normalAxis(op: string, shape: Shape, axis: number): number {
  const i = axis < 0 ? axis + shape.length : axis;
  if (Number.isInteger(i) && i >= 0 && i < shape.length) return i;
  throw new ShapeError({
    op,
    rule: `axis ${axis} does not exist`,
    shapes: [shape],
    expected:
      shape.length === 0 ? "no axis: this is a single number" : `an axis from ${-shape.length} to ${shape.length - 1}`,
    hint: "the first axis is 0, the last is -1",
  });
}

/** Axes as sorted numbers from 0 up; undefined means all of them. Throws ShapeError on a missing or repeated axis. */
export function normalAxes(op: string, shape: Shape, axes: Axes | undefined): number[] {
  if (axes === undefined) return shape.map((_, i) => i);
  const list = Array.isArray(axes) ? axes : [axes];
  const sorted = list.map((axis) => normalAxis(op, shape, axis)).sort((p, q) => p - q);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1]) continue;
    throw new ShapeError({
      op,
      rule: `axis ${sorted[i]} is named twice`,
      shapes: [shape],
      got: `axes [${list.join(", ")}] of shape ${shapeText(shape)}`,
      expected: "each axis once",
      hint: "negative axes count from the end: -1 is the last",
    });
  }
  return sorted;
}

/** The shape without these axes. */
export const dropAxes = (shape: Shape, axes: readonly number[]): Shape => shape.filter((_, i) => !axes.includes(i));

/** The shape with these axes at size 1. */
export const keepAxes = (shape: Shape, axes: readonly number[]): Shape =>
  shape.map((n, i) => (axes.includes(i) ? 1 : n));
