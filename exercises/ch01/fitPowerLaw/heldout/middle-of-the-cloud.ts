// misconception: height-at-the-mean
/** Returns the height of the line at the mean of ln n. */
/** The a and beta of error ≈ a · n^(−beta), by least squares on logarithms. n, error: lists of the same length. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  const count = n.length;
  for (let i = 0; i < count; i++) {
    if (!(n[i] > 0) || !(error[i] > 0)) throw new Error("numbers must be positive");
    const x = Math.log(n[i]);
    const y = Math.log(error[i]);
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  const slope = (count * sumXY - sumX * sumY) / (count * sumXX - sumX * sumX);
  const height = sumY / count;
  return { a: Math.exp(height), beta: -slope };
}
