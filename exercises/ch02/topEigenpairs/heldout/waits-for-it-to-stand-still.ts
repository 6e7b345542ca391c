// misconception: sign-alternates
/** Compares each vector with the one before; for a negative value the sign flips for ever, and it gives up with an error. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: number[];
}

type Vec = number[];

const mul = (M: Vec[], v: Vec): Vec => M.map((row) => row.reduce((s, m, j) => s + m * v[j], 0));
const norm = (v: Vec): number => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const scale = (v: Vec, c: number): Vec => v.map((x) => x * c);
const distance = (v: Vec, w: Vec): number => norm(v.map((x, i) => x - w[i]));

function dominant(M: Vec[]): Vec {
  let v = M.map((_, i) => 1 / (i + 1.7) - 0.2);
  v = scale(v, 1 / norm(v));
  for (let tries = 0; tries < 20000; tries++) {
    const w = mul(M, v);
    const next = scale(w, 1 / norm(w));
    const moved = distance(next, v);
    v = next;
    if (moved < 1e-12 && tries > 800) return v;
  }
  throw new Error("topEigenpairs: the power iteration does not converge");
}

function withSign(v: Vec): Vec {
  const top = Math.max(...v.map((x) => Math.abs(x)));
  const first = v.find((x) => Math.abs(x) > top - 1e-8) as number;
  return first > 0 ? v : scale(v, -1);
}

export function topEigenpairs(A: readonly (readonly number[])[], k: number): Eigenpair[] {
  const recurse = (M: Vec[], left: number): Eigenpair[] => {
    if (left === 0) return [];
    const vector = withSign(dominant(M));
    const value = mul(M, vector).reduce((s, x, i) => s + x * vector[i], 0);
    const rest = M.map((row, i) => row.map((m, j) => m - value * vector[i] * vector[j]));
    return [{ value, vector }, ...recurse(rest, left - 1)];
  };
  return recurse(
    A.map((row) => [...row]),
    k,
  );
}
