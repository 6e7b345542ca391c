// misconception: none
/** Diagonalises by Jacobi rotations and takes the k largest values, counting negative ones as small. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

function jacobi(A: readonly (readonly number[])[]): Eigenpair[] {
  const n = A.length;
  const M = A.map((row) => [...row]);
  const V = M.map((_, i) => M.map((_row, j): number => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(M[p][q]) < 1e-15) continue;
        const angle = 0.5 * Math.atan2(2 * M[p][q], M[q][q] - M[p][p]);
        const c = Math.cos(angle);
        const s = Math.sin(angle);
        for (let i = 0; i < n; i++) {
          const [x, y] = [M[i][p], M[i][q]];
          M[i][p] = c * x - s * y;
          M[i][q] = s * x + c * y;
        }
        for (let i = 0; i < n; i++) {
          const [x, y] = [M[p][i], M[q][i]];
          M[p][i] = c * x - s * y;
          M[q][i] = s * x + c * y;
        }
        for (let i = 0; i < n; i++) {
          const [x, y] = [V[i][p], V[i][q]];
          V[i][p] = c * x - s * y;
          V[i][q] = s * x + c * y;
        }
      }
    }
  }
  return M.map((row, i) => ({ value: row[i], vector: V.map((r) => r[i]) }));
}

function positive(v: number[]): number[] {
  const top = Math.max(...v.map(Math.abs));
  const pivot = v.findIndex((x) => Math.abs(x) > top - 1e-8);
  return v[pivot] < 0 ? v.map((x) => -x) : v;
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  return jacobi(A)
    .sort((a, b) => b.value - a.value)
    .slice(0, k)
    .map(({ value, vector }) => ({ value, vector: positive(vector) }));
}
