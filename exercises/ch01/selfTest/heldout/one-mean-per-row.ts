// misconception: rows-for-columns
/** Averages along each row: axis=0 read as the rows. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

function scalar(u: readonly number[], v: readonly number[], from = 0): number {
  return from < u.length ? u[from] * v[from] + scalar(u, v, from + 1) : 0;
}

export function product(A: Matrix, B: Matrix): number[][] {
  return A.map((u) =>
    Array.from({ length: B[0].length }, (_, j) =>
      scalar(
        u,
        B.map((v) => v[j]),
      ),
    ),
  );
}
export function slopeOfSineOfSquare(x: number): number {
  const inner = 2 * x;
  const outer = Math.cos(x * x);
  return outer * inner;
}
export function expectation(values: readonly number[], p: readonly number[]): number {
  return scalar(values, p);
}
export function probabilityOfAGivenB({ both, onlyB }: Counts): number {
  const B = both + onlyB;
  return both / B;
}
export function atLeastOne(p: number, n: number): number {
  return n === 0 ? 0 : p + (1 - p) * atLeastOne(p, n - 1);
}
export function columnMeans(X: Matrix): number[] {
  return X.map((row) => row.reduce((a, b) => a + b, 0) / row.length);
}
export function sumOfPositive(x: readonly number[]): number {
  return x.map((v) => Math.max(v, 0)).reduce((a, b) => a + b, 0);
}
export function logOfProduct(x: readonly number[]): number {
  return x.map((v) => Math.log(v)).reduce((a, b) => a + b, 0);
}
export function distance(a: readonly number[], b: readonly number[]): number {
  const difference = a.map((v, i) => b[i] - v);
  return scalar(difference, difference) ** 0.5;
}
export function solve([[a, b], [c, d]]: Matrix, [e, f]: readonly number[]): number[] {
  if (Math.abs(a) < Math.abs(c))
    return solve(
      [
        [c, d],
        [a, b],
      ],
      [f, e],
    );
  const factor = c / a;
  const y = (f - factor * e) / (d - factor * b);
  return [(e - b * y) / a, y];
}
