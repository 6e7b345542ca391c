// misconception: none
/** Eliminates without exchanging rows, so that a = 0 divides by zero. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** A [m, k] times B [k, n], the matrix product → [m, n]. */
export function product(A: Matrix, B: Matrix): number[][] {
  return A.map((row) => B[0].map((_, j) => row.reduce((s, a, p) => s + a * B[p][j], 0)));
}

/** The derivative of sin(x²) at x. */
export function slopeOfSineOfSquare(x: number): number {
  return 2 * x * Math.cos(x * x);
}

/** The expectation of a random number that takes these values with these probabilities. */
export function expectation(values: readonly number[], p: readonly number[]): number {
  return values.reduce((s, v, i) => s + v * p[i], 0);
}

/** The probability of A given B, from counts of cases. */
export function probabilityOfAGivenB({ both, onlyB }: Counts): number {
  return both / (both + onlyB);
}

/** The probability that at least one of n independent events of probability p happens. */
export function atLeastOne(p: number, n: number): number {
  return 1 - (1 - p) ** n;
}

/** What NumPy writes X.mean(axis=0), for X [N, C] → [C]. */
export function columnMeans(X: Matrix): number[] {
  return X[0].map((_, c) => X.reduce((s, row) => s + row[c], 0) / X.length);
}

/** What NumPy writes x[x > 0].sum(). */
export function sumOfPositive(x: readonly number[]): number {
  return x.filter((v) => v > 0).reduce((s, v) => s + v, 0);
}

/** The natural logarithm of the product of many positive numbers. */
export function logOfProduct(x: readonly number[]): number {
  return x.reduce((s, v) => s + Math.log(v), 0);
}

/** The Euclidean distance of two points. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((v, i) => v - b[i]));
}

/** The x and y with a·x + b·y = e and c·x + d·y = f, for [[a, b], [c, d]] and [e, f]. */
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  // subtract the first equation from the second until x is gone
  const factor = c / a;
  const y = (f - factor * e) / (d - factor * b);
  const x = (e - b * y) / a;
  return [x, y];
}
