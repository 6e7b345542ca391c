// misconception: slope-for-beta
/** Returns the slope of the line as it is, negative when the error falls. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  if (![...n, ...error].every((v) => v > 0)) throw new Error("all numbers must be positive");
  const x = n.map(Math.log);
  const y = error.map(Math.log);
  const mx = x.reduce((s, v) => s + v, 0) / x.length;
  const my = y.reduce((s, v) => s + v, 0) / y.length;
  let sxy = 0;
  let sxx = 0;
  for (let i = 0; i < x.length; i++) {
    sxy += (x[i] - mx) * (y[i] - my);
    sxx += (x[i] - mx) ** 2;
  }
  const beta = sxy / sxx;
  return { a: Math.exp(my - beta * mx), beta };
}
