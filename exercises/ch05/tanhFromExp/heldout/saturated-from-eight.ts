// misconception: cut-off-at
export function tanhFromExp(x: number): number {
  if (x > 8) return 1;
  if (x < -8) return -1;
  const u = Math.expm1(2 * x);
  return u / (u + 2);
}

export function tanhDerivative(x: number): number {
  if (Math.abs(x) > 8) return 0;
  const e = Math.exp(2 * x);
  return (4 * e) / ((e + 1) * (e + 1));
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  return 2 * sigmoid(2 * x) - 1;
}
