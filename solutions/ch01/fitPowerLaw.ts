/**
 * error = a · n^(−beta) is a straight line after taking logarithms on both sides: ln error = ln a − beta · ln n. Its
 * slope is −beta, and the height at ln n = 0 is ln a, not a. Any base gives the same slope if both sides use it.
 */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  if (![...n, ...error].every((v) => v > 0)) throw new Error("fitPowerLaw: sizes and errors must be positive");
  const x = n.map(Math.log);
  const y = error.map(Math.log);
  const mean = (v: readonly number[]): number => v.reduce((sum, t) => sum + t, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope = mean(x.map((v, i) => (v - mx) * (y[i] - my))) / mean(x.map((v) => (v - mx) ** 2));
  return { a: Math.exp(my - slope * mx), beta: -slope };
}
