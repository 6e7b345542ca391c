// misconception: none
/** The step is in proportion to the coordinate, also where that is 0. */
export type Verdict = "not critical" | "minimum" | "maximum" | "saddle" | "undecided";
type Matrix = readonly (readonly number[])[];

export function hessian(gradient: (x: readonly number[]) => number[], x: readonly number[], h: number): number[][] {
  const moved = (j: number, by: number): number[] => gradient(x.map((v, k) => (k === j ? v + by : v)));
  const columns = x.map((_, j) => {
    const step = h * Math.abs(x[j]);
    const up = moved(j, step);
    const down = moved(j, -step);
    return up.map((g, i) => (g - down[i]) / (2 * step));
  });
  return x.map((_, i) => x.map((__, j) => (columns[j][i] + columns[i][j]) / 2));
}

export function eigenvalues(H: Matrix): [small: number, large: number] {
  const [[a, b], [, c]] = H;
  const m = (a + c) / 2;
  const r = Math.hypot(b, (a - c) / 2);
  return [m - r, m + r];
}

export function classifyCritical(g: readonly number[], H: Matrix, tol: number): Verdict {
  if (Math.hypot(...g) > tol) return "not critical";
  const signs = eigenvalues(H).map((e) => (e > tol ? 1 : e < -tol ? -1 : 0));
  if (signs.includes(0)) return "undecided";
  if (signs[0] !== signs[1]) return "saddle";
  return signs[0] === 1 ? "minimum" : "maximum";
}

export function globalMinimum(
  verdict: Verdict,
  { convex, value, others }: { convex: boolean; value: number; others: readonly number[] },
): "yes" | "no" | "unknown" {
  if (others.some((other) => other < value)) return "no";
  if (verdict === "not critical" || verdict === "maximum" || verdict === "saddle") return "no";
  return convex ? "yes" : "unknown";
}
