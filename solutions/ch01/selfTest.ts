/** Ten small things that the course takes for granted. Each is a line or two; what matters is which line. */
type Matrix = readonly (readonly number[])[];

/** Row by column: entry (i, j) sums over the middle index. */
export function product(A: Matrix, B: Matrix): number[][] {
  return A.map((row) => B[0].map((_, j) => row.reduce((sum, a, p) => sum + a * B[p][j], 0)));
}

/** The outer derivative at the inner value, times the inner derivative. */
export function slopeOfSineOfSquare(x: number): number {
  return Math.cos(x * x) * 2 * x;
}

/** Each value counts as often as its probability says. */
export function expectation(values: readonly number[], p: readonly number[]): number {
  return values.reduce((sum, v, i) => sum + v * p[i], 0);
}

interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}
/** Given B, only the cases with B are left: both and onlyB. */
export function probabilityOfAGivenB({ both, onlyB }: Counts): number {
  return both / (both + onlyB);
}

/** The complement is easier: none of n happens with probability (1 − p)ⁿ. */
export function atLeastOne(p: number, n: number): number {
  return 1 - (1 - p) ** n;
}

/** A mean over the rows leaves one number for each column. */
export function columnMeans(X: Matrix): number[] {
  return X[0].map((_, c) => X.reduce((sum, row) => sum + row[c], 0) / X.length);
}

/** The mask picks entries; their sum is what is asked for. */
export function sumOfPositive(x: readonly number[]): number {
  return x.filter((v) => v > 0).reduce((sum, v) => sum + v, 0);
}

/** The logarithm of a product is the sum of the logarithms, which neither overflows nor underflows. */
export function logOfProduct(x: readonly number[]): number {
  return x.reduce((sum, v) => sum + Math.log(v), 0);
}

/** Square root of the summed squares of the differences. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0));
}

/** Cramer's rule: both unknowns over the same determinant. */
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const determinant = a * d - b * c;
  return [(e * d - b * f) / determinant, (a * f - e * c) / determinant];
}
