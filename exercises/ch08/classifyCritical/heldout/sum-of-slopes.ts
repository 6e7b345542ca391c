// misconception: slopes-cancel
/** Adds the slopes up. */
export type Verdict = "not critical" | "minimum" | "maximum" | "saddle" | "undecided";
type Matrix = readonly (readonly number[])[];

function shifted(x: readonly number[], j: number, by: number): number[] {
  const y = [...x];
  y[j] += by;
  return y;
}

export function hessian(gradient: (x: readonly number[]) => number[], x: readonly number[], h: number): number[][] {
  const n = x.length;
  const out: number[][] = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    const right = gradient(shifted(x, j, h));
    const left = gradient(shifted(x, j, -h));
    for (let i = 0; i < n; i++) {
      const slope = (right[i] - left[i]) / h / 2;
      out[i][j] += slope / 2;
      out[j][i] += slope / 2;
    }
  }
  return out;
}

export function eigenvalues(H: Matrix): [small: number, large: number] {
  const trace = H[0][0] + H[1][1];
  const d = (H[0][0] - H[1][1]) / 2;
  const root = Math.sqrt(d ** 2 + H[0][1] ** 2);
  return [trace / 2 - root, trace / 2 + root];
}

export function classifyCritical(g: readonly number[], H: Matrix, tol: number): Verdict {
  let norm = 0;
  for (const v of g) norm += v;
  if (Math.abs(norm) > tol) return "not critical";
  const [small, large] = eigenvalues(H);
  if (small > tol) return "minimum";
  if (large < -tol) return "maximum";
  if (small < -tol && large > tol) return "saddle";
  return "undecided";
}

export function globalMinimum(
  verdict: Verdict,
  known: { convex: boolean; value: number; others: readonly number[] },
): "yes" | "no" | "unknown" {
  if (Math.min(...known.others) < known.value) return "no";
  switch (verdict) {
    case "minimum":
    case "undecided":
      return known.convex ? "yes" : "unknown";
    default:
      return "no";
  }
}
