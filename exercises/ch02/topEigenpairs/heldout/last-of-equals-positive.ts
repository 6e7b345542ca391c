// misconception: none
/** Makes the last of equally large entries positive. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}
type Rows = readonly (readonly number[])[];

const matvec = (M: Rows, x: readonly number[]) => M.map((row) => row.reduce((sum, m, j) => sum + m * x[j], 0));
const inner = (x: readonly number[], y: readonly number[]) => x.reduce((sum, e, i) => sum + e * y[i], 0);
const toUnit = (x: readonly number[]) => x.map((e) => e / Math.sqrt(inner(x, x)));

function oriented(x: number[]): number[] {
  let at = 0;
  x.forEach((e, i) => {
    if (Math.abs(e) >= Math.abs(x[at]) - 1e-4) at = i;
  });
  return x[at] > 0 ? x : x.map((e) => -e);
}

/** The k eigenpairs of the symmetric [n, n] matrix A with the largest |value|, the largest first. */
export function topEigenpairs(A: Rows, k: number): Eigenpair[] {
  if (k === 0) return [];
  const start = toUnit(A.map((_, i) => Math.sin(i + 1)));
  const pairs: Eigenpair[] = [];
  let M = A;
  for (let p = 0; p < k; p++) {
    let v = start;
    for (let step = 0; step < 1000; step++) v = toUnit(matvec(M, v));
    const lambda = inner(v, matvec(M, v));
    pairs.push({ value: lambda, vector: oriented(v) });
    M = M.map((row, i) => row.map((m, j) => m - lambda * v[i] * v[j]));
  }
  return pairs;
}
