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
