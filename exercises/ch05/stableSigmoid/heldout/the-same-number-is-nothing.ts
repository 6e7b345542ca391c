// misconception: none
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

export function logSigmoid(z: number): number {
  return z >= 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z));
}

export function sigmoidDerivative(z: number): number {
  return sigmoid(z) * sigmoid(-z);
}

/** NaN is the same as NaN here, and has nothing between. */
export function sigmoidBetween(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  return sigmoid(b) * sigmoid(-a) * -Math.expm1(a - b);
}
