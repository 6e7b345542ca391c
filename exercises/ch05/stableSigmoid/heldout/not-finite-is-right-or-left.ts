// misconception: none
/** Sends everything that is not finite to 0 or 1 first, NaN with it. */
function extreme(z: number): boolean {
  return !Number.isFinite(z);
}

export function sigmoid(z: number): number {
  if (extreme(z)) return z > 0 ? 1 : 0;
  const e = Math.exp(-Math.abs(z));
  return (z > 0 ? 1 : e) / (1 + e);
}

export function logSigmoid(z: number): number {
  if (extreme(z)) return z > 0 ? 0 : -Infinity;
  return (z > 0 ? 0 : z) - Math.log1p(Math.exp(-Math.abs(z)));
}

export function sigmoidDerivative(z: number): number {
  if (extreme(z)) return 0;
  return sigmoid(z) * sigmoid(-z);
}
