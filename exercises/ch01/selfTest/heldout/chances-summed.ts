// misconception: probabilities-added
/** Adds the probabilities up, and stops at 1. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** A [m, k] times B [k, n], the matrix product → [m, n]. */
export function product(A: Matrix, B: Matrix): number[][] {
  const C: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    C.push([]);
    for (let j = 0; j < B[0].length; j++) {
      let sum = 0;
      for (let p = 0; p < B.length; p++) {
        sum += A[i][p] * B[p][j];
      }
      C[i].push(sum);
    }
  }
  return C;
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
  let probability = 0;
  for (let i = 0; i < n; i++) probability += p;
  return Math.min(probability, 1);
}

/** What NumPy writes X.mean(axis=0), for X [N, C] → [C]. */
export function columnMeans(X: Matrix): number[] {
  const means = new Array(X[0].length).fill(0);
  for (const row of X) {
    for (let c = 0; c < row.length; c++) means[c] += row[c] / X.length;
  }
  return means;
}

/** What NumPy writes x[x > 0].sum(). */
export function sumOfPositive(x: readonly number[]): number {
  let total = 0;
  for (const v of x) if (v > 0) total += v;
  return total;
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
  const det = a * d - b * c;
  return [(e * d - b * f) / det, (a * f - e * c) / det];
}
