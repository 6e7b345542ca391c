// misconception: none
/** A second measurement at the same n replaces the first. */
/** The a and beta of error ≈ a · n^(−beta), by least squares on logarithms. n, error: lists of the same length. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  const curve = new Map<number, number>();
  n.forEach((size, i) => {
    if (!(size > 0 && error[i] > 0)) throw new Error(`positive numbers only: ${size}, ${error[i]}`);
    curve.set(Math.log(size), Math.log(error[i]));
  });
  const points = [...curve];
  const mx = points.reduce((s, [x]) => s + x, 0) / points.length;
  const my = points.reduce((s, [, y]) => s + y, 0) / points.length;
  const sxy = points.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0);
  const sxx = points.reduce((s, [x]) => s + (x - mx) ** 2, 0);
  const slope = sxy / sxx;
  return { a: Math.exp(my - slope * mx), beta: -slope };
}
