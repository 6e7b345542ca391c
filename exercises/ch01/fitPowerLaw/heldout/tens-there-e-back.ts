// misconception: bases-mixed
/** Takes both logarithms to base 10, and goes back with e. */
/** The a and beta of error ≈ a · n^(−beta), by least squares on logarithms. n, error: lists of the same length. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  for (const value of [...n, ...error]) {
    if (!(value > 0)) throw new Error(`all numbers must be positive, got ${value}`);
  }
  const x = n.map(Math.log10);
  const y = error.map(Math.log10);
  const N = x.length;
  const xBar = x.reduce((s, v) => s + v, 0) / N;
  const yBar = y.reduce((s, v) => s + v, 0) / N;
  let sxy = 0;
  let sxx = 0;
  for (let i = 0; i < N; i++) {
    sxy += (x[i] - xBar) * (y[i] - yBar);
    sxx += (x[i] - xBar) ** 2;
  }
  const slope = sxy / sxx;
  const intercept = yBar - slope * xBar;
  return { a: Math.exp(intercept), beta: -slope };
}
