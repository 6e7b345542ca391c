// misconception: squared-slope
export type Verdict = "not critical" | "minimum" | "maximum" | "saddle" | "undecided";
type Matrix = readonly (readonly number[])[];

export function hessian(gradient: (x: readonly number[]) => number[], x: readonly number[], h: number): number[][] {
  const n = x.length;
  const J: number[][] = [];
  const p = x.slice();
  for (let j = 0; j < n; j++) {
    p[j] = x[j] + h;
    const high = [...gradient(p)];
    p[j] = x[j] - h;
    const low = [...gradient(p)];
    p[j] = x[j];
    J.push(high.map((v, i) => (v - low[i]) / (2 * h))); // column j, lying down
  }
  const H: number[][] = [];
  for (let i = 0; i < n; i++) {
    H.push([]);
    for (let j = 0; j < n; j++) H[i].push((J[i][j] + J[j][i]) / 2);
  }
  return H;
}

export function eigenvalues(H: Matrix): [small: number, large: number] {
  const m = (H[0][0] + H[1][1]) / 2;
  const d = (H[0][0] - H[1][1]) / 2;
  const w = Math.sqrt(d * d + H[0][1] * H[0][1]);
  return [m - w, m + w];
}

export function classifyCritical(g: readonly number[], H: Matrix, tol: number): Verdict {
  let norm = 0;
  for (const gi of g) norm += gi ** 2;
  if (norm > tol) return "not critical";
  const values = eigenvalues(H);
  const positive = values.filter((l) => l > tol).length;
  const negative = values.filter((l) => l < -tol).length;
  if (positive === 2) return "minimum";
  if (negative === 2) return "maximum";
  if (positive === 1 && negative === 1) return "saddle";
  return "undecided";
}

const never: readonly Verdict[] = ["not critical", "maximum", "saddle"];

export function globalMinimum(
  verdict: Verdict,
  { convex, value, others }: { convex: boolean; value: number; others: readonly number[] },
): "yes" | "no" | "unknown" {
  for (const other of others) if (other < value) return "no";
  if (never.includes(verdict)) return "no";
  if (convex) return "yes";
  return "unknown";
}
