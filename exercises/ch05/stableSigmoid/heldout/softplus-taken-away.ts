// misconception: z-minus-a-softplus
const stableSoftplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** 1 / (1 + e⁻ᶻ), for every z. */
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z < 0 ? e / (1 + e) : 1 / (1 + e);
}

/** ln σ(z) = ln(eᶻ / (1 + eᶻ)) = z − ln(1 + eᶻ). */
export function logSigmoid(z: number): number {
  if (z === -Infinity) return z;
  return z - stableSoftplus(z);
}

/** The derivative of the sigmoid at its input z. */
export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e) / (1 + e);
}

/** σ(b) − σ(a), as a product. */
export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  const [low, high] = a < b ? [a, b] : [b, a];
  const size = sigmoid(high) * sigmoid(-low) * -Math.expm1(low - high);
  return a < b ? size : -size;
}
