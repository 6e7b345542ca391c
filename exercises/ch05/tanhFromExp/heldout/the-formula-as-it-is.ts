// misconception: infinity-by-infinity
export function tanhFromExp(x: number): number {
  if (Math.abs(x) < 0.1) {
    const t = Math.expm1(2 * x);
    return t / (t + 2);
  }
  const up = Math.exp(x);
  const down = Math.exp(-x);
  return (up - down) / (up + down);
}

export function tanhDerivative(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  return 2 * sigmoid(2 * x) - 1;
}
