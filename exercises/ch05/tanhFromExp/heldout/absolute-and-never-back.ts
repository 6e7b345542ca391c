// misconception: sign-lost
export function tanhFromExp(x: number): number {
  const size = Math.abs(x);
  const u = Math.expm1(-2 * size);
  return -u / (u + 2);
}

export function tanhDerivative(x: number): number {
  // In the blind run this was 4 (u + 1) / (u + 2)² with u from expm1: a second mistake that its label did not say.
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  return 2 * (sigmoid(x + x) - 0.5);
}
