// misconception: curvature-not-divided
import { grad, stack, type Tensor, zeros } from "termwise";

/** A function of a list of numbers, made of the library's operations. */
export type Differentiable = (w: Tensor) => Tensor;

/** H d: how the gradient of f at w changes along d. [n] */
export function hvp(f: Differentiable, w: Tensor, d: Tensor): Tensor {
  // the gradient is a function of w with n results, so its change is a jvp
  return jvp((v) => grad(f)(v), w, d);
}

/** H: entry i, j is the slope of slope i with respect to variable j. [n, n] */
export function hessian(f: Differentiable, w: Tensor): Tensor {
  const n = w.size;
  const lines = [...Array(n).keys()].map((i) => grad((v: Tensor) => grad(f)(v).at(i))(w));
  return stack(lines);
}

/** dᵀH d / dᵀd, the bend of f along d. [] */
export function curvature(f: Differentiable, w: Tensor, d: Tensor): Tensor {
  return hvp(f, w, d).mul(d).sum();
}

/** J d: how the results of F at w change along d. [m] */
export function jvp(F: Differentiable, w: Tensor, d: Tensor): Tensor {
  // Jᵀu is linear in u, so the sweep over it gives J
  const u = zeros([F(w).size]);
  return grad((u: Tensor) =>
    grad((v: Tensor) => F(v).mul(u).sum())(w)
      .mul(d)
      .sum(),
  )(u);
}

/** The tests' functions of w: result k is c_k · sin(a_k · w), with the rows a_k of A. A: [m, n]; c: [m]. */
export interface Waves {
  readonly A: Tensor;
  readonly c: Tensor;
}

/** Given, to be left as it is: asks one of the functions above about the waves, or about their sum. Counts. */
export function ask(what: "hvp" | "hessian" | "curvature" | "jvp", { A, c }: Waves, w: Tensor, d: Tensor): Tensor {
  let runs = 0;
  const F = (w: Tensor): Tensor => {
    if (++runs > 16 && what !== "hessian") throw new Error(`${what} has run its function ${runs} times`);
    const angles = A.matmul(w.reshape([w.size, 1])).reshape([c.size]);
    return angles.sin().mul(c);
  };
  const f = (w: Tensor): Tensor => F(w).sum();
  if (what === "jvp") return jvp(F, w, d);
  return what === "hessian" ? hessian(f, w) : { hvp, curvature }[what](f, w, d);
}
