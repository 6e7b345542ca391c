// misconception: input-clipped
const clip = (z: number): number => (Number.isNaN(z) ? z : Math.min(50, Math.max(-50, z)));

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-clip(z)));
}

export function logSigmoid(z: number): number {
  return -Math.log1p(Math.exp(-clip(z)));
}

export function sigmoidDerivative(z: number): number {
  const e = Math.exp(-Math.abs(clip(z)));
  return e / (1 + e) ** 2;
}

export function sigmoidBetween(a: number, b: number): number {
  if (a === b) return 0;
  if (a > b) return -sigmoidBetween(b, a);
  return -Math.expm1(a - b) / (1 + Math.exp(a)) / (1 + Math.exp(-b));
}
