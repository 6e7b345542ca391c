/** Updates in place: the only way numbers of a tensor change, for parameters and the state of optimisers. Chapter 8. */
import { ShapeError, ValueError } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import type { Tensor } from "./tensor.ts";

/**
 * p := x, in place. p must be a parameter; x may live on another backend. Throws ShapeError when shapes differ.
 * @example
 * const p = parameter(zeros([2]));
 * assign(p, tensor([1, 2]));
 * p; // Tensor [2] requiresGrad 1 2
 */
export function assign(p: Tensor, x: Tensor): void {
  if (!sameShape(p.shape, x.shape)) {
    throw new ShapeError({
      op: "assign",
      rule: "the shapes differ",
      shapes: [p.shape, x.shape],
      expected: "equal shapes",
      hint: "make a new parameter instead: parameter(x)",
    });
  }
  if (!isMutable(p)) throw notMutable();
  touch(p);
  p.on.assign(p.handle, x.on === p.on ? x.handle : p.on.fromData(x.data64(), x.shape));
}

/** Whether p may be updated in place. */
export const isMutable = (p: Tensor): boolean => p.origin === null && p.version.of === p.handle;

/** Notes an update, so that a backward through the old numbers is refused. */
export function touch(p: Tensor): void {
  p.version.count++;
}

function notMutable(): ValueError {
  return new ValueError({
    op: "assign",
    rule: "this tensor is not updated in place",
    got: "a tensor that is no parameter",
    expected: "a tensor made by parameter(x) or buffer(x)",
    hint: "operations give new tensors: let p = p.add(1)",
  });
}
