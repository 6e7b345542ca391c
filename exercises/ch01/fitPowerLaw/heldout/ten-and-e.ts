// misconception: bases-mixed
/** Takes decimal logarithms, then exp of the intercept. */
const average = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;

export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  if (n.concat(error).some((v) => !(v > 0))) throw new Error("fitPowerLaw: every number has to be positive");
  const points = n.map((v, i): [number, number] => [Math.log10(v), Math.log10(error[i])]);
  const mx = average(points.map((p) => p[0]));
  const my = average(points.map((p) => p[1]));
  const cov = average(points.map(([x, y]) => (x - mx) * (y - my)));
  const variance = average(points.map(([x]) => (x - mx) ** 2));
  const beta = -cov / variance;
  return { a: Math.exp(my + beta * mx), beta };
}
