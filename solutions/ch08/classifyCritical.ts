/**
 * Eigenvalues are the curvatures in the two extreme directions, so both signs are needed. A zero among them leaves the
 * question open. No curvature at one point says anything about far valleys; convexity does, and so does a lower value.
 */
export type Verdict = "not critical" | "minimum" | "maximum" | "saddle" | "undecided";
type Matrix = readonly (readonly number[])[];

export function hessian(gradient: (x: readonly number[]) => number[], x: readonly number[], h: number): number[][] {
  const columns = x.map((_, j) => {
    const moved = (by: number): number[] => gradient(x.map((value, i) => (i === j ? value + by : value)));
    const [after, before] = [moved(h), moved(-h)];
    return after.map((g, i) => (g - before[i]) / (2 * h));
  });
  return columns.map((column, j) => column.map((value, i) => (value + columns[i][j]) / 2));
}

export function eigenvalues([[a, b], [, c]]: Matrix): [small: number, large: number] {
  const middle = (a + c) / 2;
  const reach = Math.hypot((a - c) / 2, b);
  return [middle - reach, middle + reach];
}

export function classifyCritical(g: readonly number[], H: Matrix, tol: number): Verdict {
  if (Math.hypot(...g) > tol) return "not critical";
  const [small, large] = eigenvalues(H);
  if (small > tol) return "minimum";
  if (large < -tol) return "maximum";
  return small < -tol && large > tol ? "saddle" : "undecided";
}

export function globalMinimum(
  verdict: Verdict,
  { convex, value, others }: { convex: boolean; value: number; others: readonly number[] },
): "yes" | "no" | "unknown" {
  const possible = verdict === "minimum" || verdict === "undecided";
  if (!possible || others.some((other) => other < value)) return "no";
  return convex ? "yes" : "unknown";
}
