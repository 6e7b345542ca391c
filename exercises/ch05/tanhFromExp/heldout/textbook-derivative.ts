// misconception: one-minus-the-square
export function tanhFromExp(x: number): number {
  if (x < 0) return -tanhFromExp(-x);
  const u = Math.expm1(-2 * x);
  return -u / (2 + u);
}

export function tanhDerivative(x: number): number {
  const y = tanhFromExp(x);
  return (1 - y) * (1 + y);
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  return sigmoid(2 * x) * 2 - 1;
}
