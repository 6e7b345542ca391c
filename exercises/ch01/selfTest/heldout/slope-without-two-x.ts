// misconception: inner-derivative-missing
/** Derives sin and forgets to derive x² inside it. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

export function product(A: Matrix, B: Matrix): number[][] {
  return A.map((row) => B[0].map((_, j) => row.reduce((s, x, l) => s + x * B[l][j], 0)));
}
export const slopeOfSineOfSquare = (x: number): number => Math.cos(x ** 2);
export const expectation = (values: readonly number[], p: readonly number[]): number =>
  values.reduce((s, v, i) => s + v * p[i], 0);
export const probabilityOfAGivenB = ({ both, onlyB }: Counts): number => both / (both + onlyB);
export const atLeastOne = (p: number, n: number): number => 1 - (1 - p) ** n;
export const columnMeans = (X: Matrix): number[] => X[0].map((_, c) => X.reduce((s, row) => s + row[c], 0) / X.length);
export const sumOfPositive = (x: readonly number[]): number => x.reduce((s, v) => (v > 0 ? s + v : s), 0);
export const logOfProduct = (x: readonly number[]): number => x.reduce((s, v) => s + Math.log(v), 0);
export const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((s, v, i) => s + (v - b[i]) ** 2, 0));
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const D = a * d - b * c;
  return [(e * d - b * f) / D, (a * f - e * c) / D];
}
