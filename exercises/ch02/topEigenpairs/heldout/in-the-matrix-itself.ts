// misconception: argument-changed and sign-free
/** Deflates in the rows that were handed over, and leaves the sign of the vectors as it comes out of the iteration. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const M = A as number[][];
  const size = M.length;
  const apply = (v: number[]): number[] => {
    const w = new Array<number>(size).fill(0);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) w[i] += M[i][j] * v[j];
    return w;
  };
  const pairs: Eigenpair[] = [];
  for (let c = 0; c < k; c++) {
    let vector = Array.from({ length: size }, (_, i) => Math.sin(i + 1));
    for (let step = 0; step < 1001; step++) {
      const w = apply(vector);
      const len = Math.hypot(...w);
      vector = w.map((x) => x / len);
    }
    const value = apply(vector).reduce((s, x, i) => s + x * vector[i], 0);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) M[i][j] -= value * vector[i] * vector[j];
    }
    pairs.push({ value, vector });
  }
  return pairs;
}
