// misconception: city-blocks
/** The distance is the sum of the absolute differences. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

const range = (n: number): number[] => [...Array(n).keys()];
const total = (n: number, term: (i: number) => number): number => range(n).reduce((s, i) => s + term(i), 0);

export function product(A: Matrix, B: Matrix): number[][] {
  return range(A.length).map((i) => range(B[0].length).map((j) => total(B.length, (l) => A[i][l] * B[l][j])));
}
export function slopeOfSineOfSquare(x: number): number {
  return 2 * x * Math.cos(x * x);
}
export function expectation(values: readonly number[], p: readonly number[]): number {
  return total(values.length, (i) => values[i] * p[i]);
}
export function probabilityOfAGivenB({ both, onlyB }: Counts): number {
  return both / (both + onlyB);
}
export function atLeastOne(p: number, n: number): number {
  return 1 - (1 - p) ** n;
}
export function columnMeans(X: Matrix): number[] {
  return range(X[0].length).map((c) => total(X.length, (r) => X[r][c]) / X.length);
}
export function sumOfPositive(x: readonly number[]): number {
  return total(x.length, (i) => (x[i] > 0 ? x[i] : 0));
}
export function logOfProduct(x: readonly number[]): number {
  return total(x.length, (i) => Math.log(x[i]));
}
export function distance(a: readonly number[], b: readonly number[]): number {
  return total(a.length, (i) => Math.abs(a[i] - b[i]));
}
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const det = a * d - b * c;
  return [(d * e - b * f) / det, (a * f - c * e) / det];
}
