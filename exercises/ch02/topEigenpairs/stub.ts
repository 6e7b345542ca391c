import { NotImplemented } from "termwise";

/** An eigenvalue and its eigenvector of length 1, whose entry of largest size is positive. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

/** The k eigenpairs of the symmetric [n, n] matrix A with the largest |value|, the largest first. */
export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  throw new NotImplemented("E02.8");
}
