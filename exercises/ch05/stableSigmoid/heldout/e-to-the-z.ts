// misconception: exp-overflow
export function sigmoid(z: number): number {
  const e = Math.exp(z);
  return e / (1 + e);
}

export function logSigmoid(z: number): number {
  return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
}

export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return e / ((1 + e) * (1 + e));
}

export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  const size = Math.exp(logSigmoid(high) + logSigmoid(-low)) * Math.expm1(low - high);
  return a < b ? -size : size;
}
