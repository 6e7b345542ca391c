// misconception: determinant-sign
/** Cramer's rule with a plus in the determinant below. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

export function product(A: Matrix, B: Matrix): number[][] {
  const zero = () => B[0].map(() => 0);
  return A.map((row) => row.reduce((total, x, l) => total.map((t, j) => t + x * B[l][j]), zero()));
}
export function slopeOfSineOfSquare(x: number): number {
  return Math.cos(x ** 2) * 2 * x;
}
export function expectation(values: readonly number[], p: readonly number[]): number {
  let e = 0;
  values.forEach((v, i) => {
    e += v * p[i];
  });
  return e;
}
export function probabilityOfAGivenB({ both, onlyA, onlyB, neither }: Counts): number {
  const all = both + onlyA + onlyB + neither;
  const joint = both / all;
  const ofB = (both + onlyB) / all;
  return joint / ofB;
}
export function atLeastOne(p: number, n: number): number {
  return 1 - (1 - p) ** n;
}
export function columnMeans(X: Matrix): number[] {
  const [first, ...rest] = X;
  return rest.reduce((t: number[], row) => t.map((s, c) => s + row[c]), [...first]).map((s) => s / X.length);
}
export function sumOfPositive(x: readonly number[]): number {
  return x.filter((v) => v > 0).reduce((s, v) => s + v, 0);
}
export function logOfProduct(x: readonly number[]): number {
  return x.reduce((s, v) => s + Math.log(v), 0);
}
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((v, i) => v - b[i]));
}
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const below = a * d + b * c;
  return [(e * d - f * b) / below, (a * f - c * e) / below];
}
