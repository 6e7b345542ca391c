// misconception: epsilon-in-the-logarithm
const EPS = 1e-15;

export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (e + 1);
}

export function logSigmoid(z: number): number {
  return Math.min(0, Math.log(sigmoid(z) + EPS));
}

export function sigmoidDerivative(z: number): number {
  const s = sigmoid(z);
  return s * sigmoid(-z);
}

export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  if (b < a) return -sigmoidBetween(b, a);
  const share = -Math.expm1(a - b);
  return sigmoid(b) * sigmoid(-a) * share;
}
