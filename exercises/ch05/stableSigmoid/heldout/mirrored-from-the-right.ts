// misconception: small-values-from-one
/** 1 / (1 + e⁻ᶻ), for every z. */
export function sigmoid(z: number): number {
  if (z < 0) return 1 - sigmoid(-z); // symmetry: never a large exponent
  return 1 / (1 + Math.exp(-z));
}

/** ln σ(z), for every z. */
export function logSigmoid(z: number): number {
  if (z < 0) return z - Math.log1p(Math.exp(z));
  return -Math.log1p(Math.exp(-z));
}

/** The derivative of the sigmoid at its input z. */
export function sigmoidDerivative(z: number): number {
  const small = Math.exp(-Math.abs(z));
  const below = 1 + small;
  return small / (below * below);
}

/** σ(b) − σ(a), as a product. */
export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  return -Math.expm1(a - b) / ((1 + Math.exp(a)) * (1 + Math.exp(-b)));
}
