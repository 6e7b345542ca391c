// misconception: none
/** Near 0 a series of two terms, which has too few digits at 0.05. */
export function tanhFromExp(x: number): number {
  if (Math.abs(x) < 0.05) return x - (x * x * x) / 3;
  const e = Math.exp(-2 * Math.abs(x));
  const y = (1 - e) / (1 + e);
  return x < 0 ? -y : y;
}

export function tanhDerivative(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / (1 + e) ** 2;
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  return 2 * sigmoid(2 * x) - 1;
}
