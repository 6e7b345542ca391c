import { NotImplemented } from "termwise";

/** The a and beta of error ≈ a · n^(−beta), by least squares on logarithms. n, error: lists of the same length. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  throw new NotImplemented("E01.3");
}
