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

export function sigmoidBetween(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  return sigmoid(b) * sigmoid(-a) * -Math.expm1(a - b);
}
