import { NotImplemented, type Tensor } from "termwise";

/** A function of a list of numbers, made of the library's operations. */
export type Differentiable = (w: Tensor) => Tensor;

/** H d: how the gradient of f at w changes along d. [n] */
export function hvp(f: Differentiable, w: Tensor, d: Tensor): Tensor {
  throw new NotImplemented("E07.6");
}

/** H: entry i, j is the slope of slope i with respect to variable j. [n, n] */
export function hessian(f: Differentiable, w: Tensor): Tensor {
  throw new NotImplemented("E07.6");
}

/** dᵀH d / dᵀd, the bend of f along d. [] */
export function curvature(f: Differentiable, w: Tensor, d: Tensor): Tensor {
  throw new NotImplemented("E07.6");
}

/** J d: how the results of F at w change along d. [m] */
export function jvp(F: Differentiable, w: Tensor, d: Tensor): Tensor {
  throw new NotImplemented("E07.6");
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
