/**
 * The exponential is always one of a number that is not positive, so that it lies between 0 and 1 and can only
 * underflow, where 0 is right. Nothing near 1 is ever subtracted from 1.
 */
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
}

export function logSigmoid(z: number): number {
  return Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)));
}

/** σ(z) σ(−z), of which the smaller factor has all its digits. */
export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e) ** 2;
}

/**
 * Over one denominator the difference is (eᵇ − eᵃ) / ((1 + eᵃ)(1 + eᵇ)). With eᵇ taken out of the numerator that is
 * σ(b) σ(−a) (1 − e^(a−b)): three factors that keep their digits, where a difference of two numbers near 1, or near each
 * other, would lose them. The exponent must not be positive, so the scores are put in order first; the sign remembers
 * it. Equal infinities have no distance: they are asked about before one is taken.
 */
export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  return sigmoid(b) * sigmoid(-a) * -Math.expm1(a - b);
}
