// misconception: deflates-with-a-long-vector
/** Deflates with a vector whose largest entry is 1. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

const times = (A: readonly (readonly number[])[], v: readonly number[]): number[] =>
  A.map((row) => row.reduce((s, a, j) => s + a * v[j], 0));
const dot = (u: readonly number[], v: readonly number[]): number => u.reduce((s, a, i) => s + a * v[i], 0);

/** Divides by the largest size, as in numerical recipes. */
function scaled(v: readonly number[]): number[] {
  const largest = Math.max(...v.map(Math.abs));
  return v.map((e) => e / largest);
}

/** To length 1, the first entry of largest size positive. */
function tidy(v: readonly number[]): number[] {
  const length = Math.sqrt(dot(v, v));
  const unit = v.map((e) => e / length);
  const largest = Math.max(...unit.map(Math.abs));
  const sign = Math.sign(unit.find((e) => Math.abs(e) > largest - 1e-4) as number);
  return unit.map((e) => sign * e);
}

/** The k eigenpairs of the symmetric [n, n] matrix A with the largest |value|, the largest first. */
export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const n = A.length;
  let B = A.map((row) => [...row]);
  const pairs: Eigenpair[] = [];
  for (let found = 0; found < k; found++) {
    let v = scaled(Array.from({ length: n }, (_, i) => Math.sin(i + 1)));
    for (let step = 0; step < 2000; step++) v = scaled(times(B, v));
    const value = dot(v, times(B, v)) / dot(v, v);
    pairs.push({ value, vector: tidy(v) });
    B = B.map((row, i) => row.map((b, j) => b - value * v[i] * v[j]));
  }
  return pairs;
}
