// misconception: argument-changed
/** Copies the list of rows, and deflates the rows themselves. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

function power(A: number[][]): { value: number; v: number[] } {
  const n = A.length;
  const apply = (x: number[]) => A.map((row) => row.reduce((s, a, j) => s + a * x[j], 0));
  const unit = (x: number[]) => {
    const l = Math.hypot(...x);
    return x.map((e) => e / l);
  };
  let v = unit(Array.from({ length: n }, (_, i) => Math.sin(i + 1)));
  for (let t = 0; t < 5000; t++) {
    const w = unit(apply(v));
    const cosine = Math.abs(w.reduce((s, e, i) => s + e * v[i], 0));
    v = w;
    if (1 - cosine < 1e-16 && t > 400) break;
  }
  const value = apply(v).reduce((s, e, i) => s + e * v[i], 0);
  return { value, v };
}

/** The k eigenpairs of the symmetric [n, n] matrix A with the largest |value|, the largest first. */
export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const rest = [...A] as number[][]; // a copy, A must stay as it is
  const found: Eigenpair[] = [];
  for (let p = 0; p < k; p++) {
    const { value, v } = power(rest);
    for (let i = 0; i < rest.length; i++) {
      for (let j = 0; j < rest.length; j++) rest[i][j] -= value * v[i] * v[j];
    }
    let big = 0;
    for (let i = 1; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[big]) + 1e-4) big = i;
    found.push({ value, vector: v[big] < 0 ? v.map((e) => -e) : v });
  }
  return found;
}
