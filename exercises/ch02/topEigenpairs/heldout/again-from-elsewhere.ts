// misconception: no-deflation
/** Starts each search from another vector, but on the same matrix, and so finds the same direction k times. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((s, xi, i) => s + xi * y[i], 0);
const unit = (x: readonly number[]): number[] => {
  const size = Math.sqrt(dot(x, x));
  return x.map((xi) => xi / size);
};

function powerIteration(A: readonly (readonly number[])[], start: readonly number[], steps: number): Eigenpair {
  let v = unit(start);
  for (let s = 0; s < steps; s++) v = unit(A.map((row) => dot(row, v)));
  const value = dot(
    v,
    A.map((row) => dot(row, v)),
  );
  const sizes = v.map(Math.abs);
  const top = Math.max(...sizes);
  const pivot = sizes.findIndex((x) => top - x < 1e-8);
  return { value, vector: v[pivot] < 0 ? v.map((x) => -x) : v };
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  return Array.from({ length: k }, (_, c) =>
    powerIteration(
      A,
      A.map((_row, i) => Math.sin(1 + i * (c + 2)) + (i === c ? 2 : 0)),
      1500,
    ),
  );
}
