// misconception: too-few-steps
/** Ten multiplications for each direction, and hopes that this is enough. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

const STEPS = 10;

function multiply(M: number[][], v: number[]): number[] {
  const out: number[] = [];
  for (const row of M) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += row[j] * v[j];
    out.push(sum);
  }
  return out;
}

function normalise(v: number[]): number[] {
  const size = Math.hypot(...v);
  return v.map((x) => x / size);
}

function fixSign(v: number[]): number[] {
  let best = 0;
  for (let i = 1; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[best]) + 1e-9) best = i;
  return v[best] < 0 ? v.map((x) => -x) : v;
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const M = A.map((row) => [...row]);
  const found: Eigenpair[] = [];
  while (found.length < k) {
    let v = normalise(M.map((_, i) => Math.sin(i + 1)));
    for (let s = 0; s < STEPS; s++) v = normalise(multiply(M, v));
    const Mv = multiply(M, v);
    const value = v.reduce((sum, x, i) => sum + x * Mv[i], 0);
    const vector = fixSign(v);
    for (let i = 0; i < M.length; i++) {
      for (let j = 0; j < M.length; j++) M[i][j] -= value * vector[i] * vector[j];
    }
    found.push({ value, vector });
  }
  return found;
}
