import { grad, type Tensor, tensor } from "termwise";
import type { Differentiable, Waves } from "../../exercises/ch07/hvp/stub.ts";

/** dᵀ∇f is one number, made from w by a sweep; the gradient of that number is H d. d counts as a constant. */
export function hvp(f: Differentiable, w: Tensor, d: Tensor): Tensor {
  const along = (w: Tensor): Tensor => grad(f)(w).mul(d).sum();
  return grad(along)(w);
}

/** H times a list with one 1 is a column of H, and a row, since H is symmetric. */
export function hessian(f: Differentiable, w: Tensor): Tensor {
  const rows = Array.from({ length: w.size }, (_, i) => {
    const only = tensor(Array.from({ length: w.size }, (_, j) => (i === j ? 1 : 0)));
    return [...hvp(f, w, only).data()];
  });
  return tensor(rows);
}

/** Twice as long a d makes dᵀH d four times as large, and dᵀd too. */
export function curvature(f: Differentiable, w: Tensor, d: Tensor): Tensor {
  const bend = hvp(f, w, d).mul(d).sum();
  return bend.div(d.square().sum());
}

/** A sweep gives Jᵀu, which is linear in u: dᵀJᵀu changes with u as J d says, at whatever u. */
export function jvp(F: Differentiable, w: Tensor, d: Tensor): Tensor {
  const along = (u: Tensor): Tensor => {
    const swept = grad((w: Tensor) => F(w).mul(u).sum())(w);
    return swept.mul(d).sum();
  };
  return grad(along)(F(w));
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
