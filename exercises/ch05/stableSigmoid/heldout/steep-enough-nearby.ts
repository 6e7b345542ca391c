// misconception: slope-times-distance
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

/** Close together the curve is a line; further apart a difference has digits, on the side of the small values. */
export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  if (Math.abs(b - a) < 0.001) return (b - a) * sigmoidDerivative(0.5 * (a + b));
  if (a > 0 && b > 0) return sigmoid(-a) - sigmoid(-b);
  return sigmoid(b) - sigmoid(a);
}
