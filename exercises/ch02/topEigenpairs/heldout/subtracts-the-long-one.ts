// misconception: deflates-with-a-long-vector
/** Takes λ v vᵀ out of the matrix while the largest entry of v is 1, and gives v its length only for the answer. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

const inner = (x: readonly number[], y: readonly number[]): number => {
  let s = 0;
  for (let i = 0; i < x.length; i++) s += x[i] * y[i];
  return s;
};

function pivotOf(v: readonly number[]): number {
  return v.reduce((best, x, i) => (Math.abs(x) > Math.abs(v[best]) * (1 + 1e-9) ? i : best), 0);
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  let M: readonly (readonly number[])[] = A;
  const out: Eigenpair[] = [];
  for (let round = 1; round <= k; round++) {
    let v = A.map((_, i) => Math.sin(i + 1));
    for (let step = 0; step < 1500; step++) {
      const w = M.map((row) => inner(row, v));
      const divisor = w[pivotOf(w)];
      v = w.map((x) => x / divisor);
    }
    const squared = inner(v, v);
    const value =
      inner(
        v,
        M.map((row) => inner(row, v)),
      ) / squared;
    M = M.map((row, i) => row.map((m, j) => m - value * v[i] * v[j]));
    out.push({ value, vector: v.map((x) => x / Math.sqrt(squared)) });
  }
  return out;
}
