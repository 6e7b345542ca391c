// misconception: ends-only and no-guard
/** Draws the line through the smallest and the largest n and never looks at the signs. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  let low = 0;
  let high = 0;
  n.forEach((v, i) => {
    if (v < n[low]) low = i;
    if (v > n[high]) high = i;
  });
  const beta = -Math.log(error[high] / error[low]) / Math.log(n[high] / n[low]);
  return { a: error[low] * n[low] ** beta, beta };
}
