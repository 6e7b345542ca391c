/** A plane through three points of a space with many dimensions: how to look at a loss surface. Chapter 8. */
import { ValueError } from "../core/errors.ts";

type Vector = ArrayLike<number>;

export interface Plane {
  /** The coordinates of a point, or of its shadow when it lies beside the plane: [east, north]. */
  locate(point: Vector): [east: number, north: number];
  /** The point with these coordinates. */
  point(east: number, north: number): Float64Array;
}

/**
 * The plane through `origin`, `a` and `b`: the origin is at (0, 0), a lies east of it and b on the northern half.
 * Distances in the plane are distances in the space. Throws ValueError when the three lie on one line. Chapter 8.
 * @example
 * const plane = planeThrough([0, 0, 0], [2, 0, 0], [1, 3, 4]);
 * plane.locate([1, 3, 4]); // [ 1, 5 ]
 */
export function planeThrough(origin: Vector, a: Vector, b: Vector): Plane {
  const u = direction(minus(a, origin));
  const toB = minus(b, origin);
  const along = dot(toB, u);
  const v = direction(toB.map((x, i) => x - along * u[i]));
  return {
    locate(point) {
      const from = minus(point, origin);
      return [dot(from, u), dot(from, v)];
    },
    point: (east, north) => Float64Array.from(u, (_, i) => origin[i] + east * u[i] + north * v[i]),
  };
}

function minus(a: Vector, b: Vector): Float64Array {
  if (a.length !== b.length)
    throw noPlane("the points have different numbers of coordinates", `${a.length} and ${b.length}`);
  return Float64Array.from(a, (x, i) => x - b[i]);
}

function direction(v: Float64Array): Float64Array {
  const length = Math.sqrt(dot(v, v));
  if (!(length > 1e-9)) throw noPlane("the three points lie on one line", `a direction of length ${length}`);
  return v.map((x) => x / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

const noPlane = (rule: string, got: string): ValueError =>
  new ValueError({
    op: "planeThrough",
    rule,
    got,
    expected: "three points of one space, not on one line",
    hint: "take the start and the ends of two different runs",
  });
