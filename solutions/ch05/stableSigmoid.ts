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
