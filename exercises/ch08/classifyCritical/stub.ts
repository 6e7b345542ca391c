import { NotImplemented } from "termwise";

export type Verdict = "not critical" | "minimum" | "maximum" | "saddle" | "undecided";
type Matrix = readonly (readonly number[])[];

/** The symmetric matrix of second derivatives at x, from central differences of the gradient with the step h. */
export function hessian(gradient: (x: readonly number[]) => number[], x: readonly number[], h: number): number[][] {
  throw new NotImplemented("E08.6");
}

/** The eigenvalues of a symmetric [2, 2] matrix, the smaller first. */
export function eigenvalues(H: Matrix): [small: number, large: number] {
  throw new NotImplemented("E08.6");
}

/** What kind of point it is, from its gradient and its Hessian; sizes up to tol count as zero. */
export function classifyCritical(g: readonly number[], H: Matrix, tol: number): Verdict {
  throw new NotImplemented("E08.6");
}

/** Whether such a point of a smooth function is a global minimum, as far as can be known. */
export function globalMinimum(
  verdict: Verdict,
  { convex, value, others }: { convex: boolean; value: number; others: readonly number[] },
): "yes" | "no" | "unknown" {
  throw new NotImplemented("E08.6");
}
