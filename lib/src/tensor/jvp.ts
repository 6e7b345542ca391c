/** Directional derivatives: forward mode, and products with the Hessian. Chapter 7. */
import { ShapeError } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import { detach, grad } from "./autograd.ts";
import { Tensor } from "./tensor.ts";

/**
 * f(x) and how it changes along v: J v, without the matrix J. v has the shape of x, both results that of f(x). Throws
 * ShapeError when v has not. f is called twice. Nests, in itself and in `grad`.
 *
 * How: uᵀ J, which a backward sweep gives, is linear in u; the derivative of u ↦ (uᵀ J) v at any u is J v. So forward mode
 * needs no rules of its own, only a sweep back through a sweep. Townsend 2017; chapter 7.
 * @example
 * jvp((x) => x.square(), tensor([1, 2]), tensor([1, 10])); // { value: Tensor [2] 1 4, derivative: Tensor [2] 2 40 }
 */
export function jvp(f: (x: Tensor) => Tensor, x: Tensor, v: Tensor): { value: Tensor; derivative: Tensor } {
  checkDirection("jvp", x, v);
  const value = f(x);
  const along = (u: Tensor): Tensor =>
    grad((x: Tensor) => f(x).mul(u).sum())(x)
      .mul(v)
      .sum();
  const derivative = grad(along)(zerosLike(value));
  return { value, derivative: value.requiresGrad || v.requiresGrad ? derivative : detach(derivative) };
}

/**
 * The Hessian of a scalar function f at x times v: how the gradient changes along v, without the matrix. v and the result
 * have the shape of x. Throws ShapeError when v has not. Pearlmutter 1994; chapter 7.
 * @example
 * hvp((x) => x.pow(3).sum(), tensor([1, 2]), tensor([1, 1])); // Tensor [2] 6 12
 */
export function hvp(f: (x: Tensor) => Tensor, x: Tensor, v: Tensor): Tensor {
  checkDirection("hvp", x, v);
  return grad((x: Tensor) => grad(f)(x).mul(v).sum())(x);
}

const zerosLike = (y: Tensor): Tensor => new Tensor(y.on.full(y.shape, 0), y.on);

function checkDirection(op: string, x: Tensor, v: Tensor): void {
  if (sameShape(x.shape, v.shape)) return;
  throw new ShapeError({
    op,
    rule: "the direction has another shape than the point",
    shapes: [x.shape, v.shape],
    expected: "equal shapes",
    hint: "each number of x moves by one number of v",
  });
}
