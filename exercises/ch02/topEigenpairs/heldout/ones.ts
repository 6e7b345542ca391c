// misconception: start-of-ones
/** Every search starts from the vector of ones, which may be orthogonal to the direction it looks for. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const n = A.length;
  const B = A.map((row) => row.slice());
  const result: Eigenpair[] = [];

  for (let c = 0; c < k; c++) {
    let v: number[] = new Array(n).fill(1 / Math.sqrt(n));
    let value = 0;
    for (let step = 0; step < 3000; step++) {
      const w = B.map((row) => row.reduce((s, b, j) => s + b * v[j], 0));
      const size = Math.sqrt(w.reduce((s, x) => s + x * x, 0));
      value = w.reduce((s, x, i) => s + x * v[i], 0);
      if (size === 0) break;
      v = w.map((x) => x / size);
    }
    let pivot = 0;
    v.forEach((x, i) => {
      if (Math.abs(x) > Math.abs(v[pivot]) + 1e-10) pivot = i;
    });
    const sign = v[pivot] < 0 ? -1 : 1;
    const vector = v.map((x) => sign * x);
    result.push({ value, vector });
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) B[i][j] -= value * vector[i] * vector[j];
  }
  return result;
}
