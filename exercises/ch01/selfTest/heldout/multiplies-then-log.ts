// misconception: product-first
/** Multiplies all the numbers and takes one logarithm at the end. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, i) => x * b[i]));
const transposed = (M: Matrix): number[][] => M[0].map((_, j) => M.map((row) => row[j]));

export const product = (A: Matrix, B: Matrix): number[][] => {
  const columns = transposed(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
};
export const slopeOfSineOfSquare = (x: number) => Math.cos(x * x) * (x + x);
export const expectation = (values: readonly number[], p: readonly number[]) => dot(values, p);
export const probabilityOfAGivenB = (n: Counts) => n.both / (n.both + n.onlyB);
export const atLeastOne = (p: number, n: number) => 1 - (1 - p) ** n;
export const columnMeans = (X: Matrix) => transposed(X).map((column) => sum(column) / column.length);
export const sumOfPositive = (x: readonly number[]) => sum(x.filter((v) => v > 0));
export const logOfProduct = (x: readonly number[]) => Math.log(x.reduce((a, b) => a * b, 1));
export const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((x, i) => x - b[i]));
export const solve = ([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] => {
  const inverse = [
    [d, -b],
    [-c, a],
  ];
  return inverse.map((row) => dot(row, [e, f]) / (a * d - b * c));
};
