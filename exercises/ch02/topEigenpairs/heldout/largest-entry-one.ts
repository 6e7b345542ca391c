// misconception: rayleigh-not-normalised
/** Scales vectors so that their largest entry is 1, and takes v · A v as the value without dividing by v · v. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

function matVec(M: readonly (readonly number[])[], v: readonly number[]): number[] {
  return M.map((row) => {
    let s = 0;
    row.forEach((m, j) => {
      s += m * v[j];
    });
    return s;
  });
}

/** v divided by its first entry of largest size. */
function scaled(v: readonly number[]): number[] {
  let size = 0;
  for (const x of v) size = Math.max(size, Math.abs(x));
  const pivot = v.findIndex((x) => Math.abs(x) >= size * (1 - 1e-9));
  return v.map((x) => x / v[pivot]);
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const M = A.map((row) => Array.from(row));
  const pairs: Eigenpair[] = [];
  for (let c = 0; c < k; c++) {
    let v = M.map((_, i) => Math.sin(i + 1));
    for (let step = 0; step < 1200; step++) v = scaled(matVec(M, v));
    const Mv = matVec(M, v);
    let value = 0;
    for (let i = 0; i < v.length; i++) value += v[i] * Mv[i];
    const length = Math.sqrt(v.reduce((s, x) => s + x * x, 0));
    const vector = v.map((x) => x / length);
    pairs.push({ value, vector });
    for (let i = 0; i < v.length; i++) {
      for (let j = 0; j < v.length; j++) M[i][j] -= value * vector[i] * vector[j];
    }
  }
  return pairs;
}
