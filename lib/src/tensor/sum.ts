/** Sum and expand, each the gradient of the other; and sumTo, which undoes broadcasting. Chapters 2 and 7. */
import { ShapeError, shapeText } from "../core/errors.ts";
import { type Axes, checkShape, dropAxes, normalAxes, type Shape, sameShape } from "../core/shape.ts";
import { checkTensors } from "./check.ts";
import { reshape } from "./movement.ts";
import { record, recordView } from "./tape.ts";
import type { Tensor, Vjp } from "./tensor.ts";

/** keep: whether reduced axes stay, with size 1, so that the result broadcasts against the input. */
export interface ReduceOptions {
  readonly keep?: boolean;
}

/**
 * The sum over some axes, or over all.
 * @example
 * sum(tensor([[1, 2], [3, 4]]), 0); // Tensor [2] 4 6
 */
export function sum(x: Tensor, axes?: Axes, { keep = false }: ReduceOptions = {}): Tensor {
  checkTensors("sum", x);
  const list = normalAxes("sum", x.shape, axes);
  if (list.length === 0) return x;
  const y = record("sum", [x], x.on.reduce("sum", x.handle, list), sumRules);
  return keep ? y : reshape(y, dropAxes(x.shape, list));
}
const sumRules: readonly Vjp[] = [(g, _y, x) => expand(g, x.shape)];

/**
 * x stretched to a larger shape without copying: axes of size 1 repeat, new axes appear in front.
 * @example
 * expand(tensor([[1], [2]]), [2, 3]); // Tensor [2, 3] 1 1 1 2 2 2
 */
export function expand(x: Tensor, shape: Shape): Tensor {
  if (sameShape(shape, x.shape)) return x;
  checkShape("expand", shape);
  const lead = shape.length - x.rank;
  if (lead < 0 || x.shape.some((n, i) => n !== 1 && n !== shape[i + lead])) {
    throw new ShapeError({
      op: "expand",
      rule: `it does not stretch to ${shapeText(shape)}`,
      shapes: [x.shape],
      expected: "sizes that are equal, or 1 where they stretch, aligned at the right",
      hint: "x.reshape([-1, 1]) makes a column that stretches to the right",
    });
  }
  return recordView("expand", x, x.on.expand(x.handle, shape), (g, _y, x) => sumTo(g, x.shape));
}

/**
 * Sums away what broadcasting stretched, so that g has this shape: the adjoint of expand.
 * @example
 * sumTo(ones([4, 3]), [3]); // Tensor [3] 4 4 4
 */
export function sumTo(g: Tensor, shape: Shape): Tensor {
  const lead = g.rank - shape.length;
  const stretched = g.shape.flatMap((n, i) => (i < lead || (shape[i - lead] === 1 && n !== 1) ? [i] : []));
  return reshape(sum(g, stretched, { keep: true }), shape);
}
