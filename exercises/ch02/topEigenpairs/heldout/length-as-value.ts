// misconception: size-only
/** The value is the length of A · v, which is never negative. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

type Matrix = readonly (readonly number[])[];

const times = (A: Matrix, v: readonly number[]): number[] => A.map((row) => row.reduce((s, a, j) => s + a * v[j], 0));
const length = (v: readonly number[]): number => Math.sqrt(v.reduce((s, x) => s + x * x, 0));

function oriented(v: readonly number[]): number[] {
  const largest = Math.max(...v.map(Math.abs));
  const pivot = v.findIndex((x) => Math.abs(x) > largest - 1e-7);
  return v[pivot] < 0 ? v.map((x) => -x) : [...v];
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const pairs: Eigenpair[] = [];
  for (let c = 0; c < k; c++) {
    let v = A.map((_, i) => Math.sin(i + 1));
    let value = 0;
    for (let step = 0; step < 2000; step++) {
      let w = times(A, v);
      // take the directions that are known already out of w
      for (const { vector } of pairs) {
        const share = w.reduce((s, x, i) => s + x * vector[i], 0);
        w = w.map((x, i) => x - share * vector[i]);
      }
      value = length(w);
      v = w.map((x) => x / value);
    }
    // v has been normalised at every step, so the last length belongs to it
    pairs.push({ value, vector: oriented(v) });
  }
  return pairs;
}
