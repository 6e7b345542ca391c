// misconception: cancels-near-zero
export function tanhFromExp(x: number): number {
  const q = Math.exp(-2 * Math.abs(x));
  return (Math.sign(x) * (1 - q)) / (1 + q);
}

export function tanhDerivative(x: number): number {
  const q = Math.exp(-2 * Math.abs(x));
  return (4 * q) / (1 + q) ** 2;
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  const s = sigmoid(2 * x);
  return s + s - 1;
}
