// misconception: condition-exchanged
/** Divides by the cases of A: the probability of B given A. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

export function product(A: Matrix, B: Matrix): number[][] {
  const C: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    C.push([]);
    for (let j = 0; j < B[0].length; j++) {
      let sum = 0;
      for (let l = 0; l < B.length; l++) sum += A[i][l] * B[l][j];
      C[i].push(sum);
    }
  }
  return C;
}
export function slopeOfSineOfSquare(x: number): number {
  return 2 * x * Math.cos(x * x);
}
export function expectation(values: readonly number[], p: readonly number[]): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += p[i] * values[i];
  return mean;
}
export function probabilityOfAGivenB(counts: Counts): number {
  const { both, onlyA } = counts;
  return both / (both + onlyA);
}
export function atLeastOne(p: number, n: number): number {
  let none = 1;
  for (let i = 0; i < n; i++) none *= 1 - p;
  return 1 - none;
}
export function columnMeans(X: Matrix): number[] {
  const means: number[] = new Array(X[0].length).fill(0);
  for (const row of X) for (let c = 0; c < row.length; c++) means[c] += row[c];
  return means.map((m) => m / X.length);
}
export function sumOfPositive(x: readonly number[]): number {
  let sum = 0;
  for (const v of x) if (v > 0) sum += v;
  return sum;
}
export function logOfProduct(x: readonly number[]): number {
  let log = 0;
  for (const v of x) log += Math.log(v);
  return log;
}
export function distance(a: readonly number[], b: readonly number[]): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(squares);
}
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const determinant = a * d - b * c;
  const x = (d * e - b * f) / determinant;
  const y = (a * f - c * e) / determinant;
  return [x, y];
}
