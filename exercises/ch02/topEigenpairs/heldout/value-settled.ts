// misconception: too-few-steps
/** Stops when the eigenvalue no longer changes by 1e-8; the vector is then half as exact. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

function matVec(A: readonly (readonly number[])[], v: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < A.length; i++) {
    let s = 0;
    for (let j = 0; j < v.length; j++) s += A[i][j] * v[j];
    out.push(s);
  }
  return out;
}

function normalise(v: number[]): number[] {
  const length = Math.sqrt(v.reduce((s, e) => s + e * e, 0));
  return v.map((e) => e / length);
}

function withSign(v: number[]): number[] {
  const largest = Math.max(...v.map(Math.abs));
  const first = v.findIndex((e) => Math.abs(e) > largest - 1e-4);
  return v[first] < 0 ? v.map((e) => -e) : v;
}

/** The k eigenpairs of the symmetric [n, n] matrix A with the largest |value|, the largest first. */
export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const n = A.length;
  const M = A.map((row) => row.slice());
  const pairs: Eigenpair[] = [];
  while (pairs.length < k) {
    let v = normalise(Array.from({ length: n }, (_, i) => Math.sin(i + 1)));
    let value = Number.POSITIVE_INFINITY;
    for (let step = 0; step < 10000; step++) {
      const w = matVec(M, v);
      const rayleigh = v.reduce((s, e, i) => s + e * w[i], 0);
      v = normalise(w);
      const settled = Math.abs(rayleigh - value) < 1e-8;
      value = rayleigh;
      if (settled) break; // the eigenvalue no longer changes
    }
    pairs.push({ value, vector: withSign(v) });
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) M[i][j] -= value * v[i] * v[j];
  }
  return pairs;
}
