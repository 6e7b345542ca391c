// misconception: log-of-one-plus
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  return 1 - 1 / (1 + Math.exp(z)) > 0.25 ? 1 - 1 / (1 + Math.exp(z)) : Math.exp(z) / (1 + Math.exp(z));
}

export function logSigmoid(z: number): number {
  const tail = Math.log(1 + Math.exp(-Math.abs(z)));
  return z >= 0 ? -tail : z - tail;
}

export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-Math.abs(z));
  const s = 1 / (1 + e);
  return e * s * s;
}

export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  const gap = Math.abs(b - a);
  const both = Math.sign(b - a) * -Math.expm1(-gap);
  return both * sigmoid(Math.max(a, b)) * sigmoid(-Math.min(a, b));
}
