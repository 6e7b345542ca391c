// misconception: all-for-at-least-one and plain-mean
/** Takes the probability that all n events happen, and the plain average for the expectation. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

const add = (p: number, q: number): number => p + q;

export function product(left: Matrix, right: Matrix): number[][] {
  const result = left.map(() => right[0].map(() => 0));
  for (const [i, row] of left.entries()) {
    for (const [l, x] of row.entries()) {
      for (const [j, y] of right[l].entries()) result[i][j] += x * y;
    }
  }
  return result;
}
export function slopeOfSineOfSquare(x: number): number {
  return 2 * x * Math.cos(x ** 2);
}
export function expectation(values: readonly number[], _p: readonly number[]): number {
  return values.reduce(add, 0) / values.length;
}
export function probabilityOfAGivenB({ both, onlyB }: Counts): number {
  return both / (onlyB + both);
}
export function atLeastOne(p: number, n: number): number {
  return p ** n;
}
export function columnMeans(X: Matrix): number[] {
  return X[0].map((_, c) => X.map((row) => row[c]).reduce(add, 0) / X.length);
}
export function sumOfPositive(x: readonly number[]): number {
  return x.filter((v) => v > 0).reduce(add, 0);
}
export function logOfProduct(x: readonly number[]): number {
  return x.map(Math.log).reduce(add, 0);
}
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.map((v, i) => (v - b[i]) ** 2).reduce(add, 0));
}
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const det = a * d - b * c;
  return [(e * d - b * f) / det, (a * f - e * c) / det];
}
