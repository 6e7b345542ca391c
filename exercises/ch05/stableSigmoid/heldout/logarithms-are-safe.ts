// misconception: difference-of-logarithms
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z < 0 ? e / (1 + e) : 1 / (1 + e);
}
export function logSigmoid(z: number): number {
  return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
}
export function sigmoidDerivative(z: number): number {
  return sigmoid(z) * sigmoid(-z);
}
export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  const lb = logSigmoid(b),
    la = logSigmoid(a);
  return Math.exp(lb) * -Math.expm1(la - lb);
}
