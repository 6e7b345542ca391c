// misconception: none
/** Reads the coefficients by columns, so it solves the system with b and c exchanged. */
type Matrix = readonly (readonly number[])[];
interface Counts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

export function product(A: Matrix, B: Matrix): number[][] {
  const out: number[][] = [];
  for (const row of A) {
    const line: number[] = [];
    for (const j of B[0].keys()) {
      let cell = 0;
      row.forEach((x, l) => {
        cell += x * B[l][j];
      });
      line.push(cell);
    }
    out.push(line);
  }
  return out;
}
export function slopeOfSineOfSquare(x: number): number {
  return x * 2 * Math.cos(x * x);
}
export function expectation(values: readonly number[], p: readonly number[]): number {
  return values.map((v, i) => v * p[i]).reduce((s, t) => s + t, 0);
}
export function probabilityOfAGivenB(cases: Counts): number {
  const inB = cases.both + cases.onlyB;
  return cases.both / inB;
}
export function atLeastOne(p: number, n: number): number {
  const never = (1 - p) ** n;
  return 1 - never;
}
export function columnMeans(X: Matrix): number[] {
  return Array.from(X[0], (_, c) => X.reduce((s, row) => s + row[c] / X.length, 0));
}
export function sumOfPositive(x: readonly number[]): number {
  return x.reduce((s, v) => s + Math.max(0, v), 0);
}
export function logOfProduct(x: readonly number[]): number {
  let logarithm = 0;
  x.forEach((v) => {
    logarithm += Math.log(v);
  });
  return logarithm;
}
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((s, v, i) => s + (v - b[i]) * (v - b[i]), 0));
}
export function solve([[a, c], [b, d]]: Matrix, [e, f]: readonly number[]): number[] {
  const det = a * d - b * c;
  return [(d * e - b * f) / det, (a * f - c * e) / det];
}
