// misconception: derivative-of-an-output
export function sigmoid(z: number): number {
  const small = Math.exp(-Math.abs(z));
  const s = 1 / (1 + small);
  return z >= 0 ? s : small * s;
}

export function logSigmoid(z: number): number {
  if (z < 0) return z - Math.log1p(Math.exp(z));
  return -Math.log1p(Math.exp(-z));
}

export function sigmoidDerivative(z: number): number {
  return z * (1 - z);
}

export function sigmoidBetween(a: number, b: number): number {
  const [low, high, sign] = a <= b ? [a, b, 1] : [b, a, -1];
  if (low === high) return 0;
  return (sign * -Math.expm1(low - high)) / ((1 + Math.exp(low)) * (1 + Math.exp(-high)));
}
