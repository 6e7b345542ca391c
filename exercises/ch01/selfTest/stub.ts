import { NotImplemented } from "termwise";

type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** A [m, k] times B [k, n], the matrix product → [m, n]. */
export function product(A: Matrix, B: Matrix): number[][] {
  throw new NotImplemented("E01.8");
}

/** The derivative of sin(x²) at x. */
export function slopeOfSineOfSquare(x: number): number {
  throw new NotImplemented("E01.8");
}

/** The expectation of a random number that takes these values with these probabilities. */
export function expectation(values: readonly number[], p: readonly number[]): number {
  throw new NotImplemented("E01.8");
}

/** The probability of A given B, from counts of cases. */
export function probabilityOfAGivenB({ both, onlyA, onlyB, neither }: Counts): number {
  throw new NotImplemented("E01.8");
}

/** The probability that at least one of n independent events of probability p happens. */
export function atLeastOne(p: number, n: number): number {
  throw new NotImplemented("E01.8");
}

/** What NumPy writes X.mean(axis=0), for X [N, C] → [C]. */
export function columnMeans(X: Matrix): number[] {
  throw new NotImplemented("E01.8");
}

/** What NumPy writes x[x > 0].sum(). */
export function sumOfPositive(x: readonly number[]): number {
  throw new NotImplemented("E01.8");
}

/** The natural logarithm of the product of many positive numbers. */
export function logOfProduct(x: readonly number[]): number {
  throw new NotImplemented("E01.8");
}

/** The Euclidean distance of two points. */
export function distance(a: readonly number[], b: readonly number[]): number {
  throw new NotImplemented("E01.8");
}

/** The x and y with a·x + b·y = e and c·x + d·y = f, for [[a, b], [c, d]] and [e, f]. */
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  throw new NotImplemented("E01.8");
}
