/**
 * Multiplying by A stretches each eigenvector by its eigenvalue, so the largest takes over. Whether the direction has
 * settled is asked up to sign, because a negative eigenvalue turns the vector round at every step. Taking λ v vᵀ away
 * turns that eigenvalue into 0 and leaves all other pairs as they were, provided that v has length 1.
 */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  let rest: readonly (readonly number[])[] = A;
  const pairs: Eigenpair[] = [];
  while (pairs.length < k) {
    const vector = direction(rest);
    const value = dot(vector, times(rest, vector));
    pairs.push({ value, vector });
    rest = rest.map((row, i) => row.map((a, j) => a - value * vector[i] * vector[j]));
  }
  return pairs;
}

function direction(A: readonly (readonly number[])[]): number[] {
  let v = unit(A.map((_, i) => Math.sin(i + 1)));
  for (let step = 0; step < 5000; step++) {
    const next = unit(times(A, v));
    const settled = 1 - Math.abs(dot(v, next)) < 1e-15;
    v = next;
    if (settled) break;
  }
  const largest = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) + 1e-6 ? b : a));
  return v.map((x) => x * Math.sign(largest));
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0);
const times = (A: readonly (readonly number[])[], v: readonly number[]): number[] => A.map((row) => dot(row, v));
const unit = (v: readonly number[]): number[] => v.map((x) => x / Math.sqrt(dot(v, v)));
