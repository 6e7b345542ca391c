// misconception: difference-of-exponentials
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

export function sigmoidBetween(a: number, b: number): number {
  const ea = Math.exp(-a);
  const eb = Math.exp(-b);
  return (ea - eb) / ((1 + ea) * (1 + eb));
}
