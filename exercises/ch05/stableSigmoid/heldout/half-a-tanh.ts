// misconception: from-one-on-both-sides
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return z < 0 ? e / (1 + e) : 1 / (1 + e);
}
export function logSigmoid(z: number): number {
  return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
}
export function sigmoidDerivative(z: number): number {
  return sigmoid(z) * sigmoid(-z);
}
export function sigmoidBetween(a: number, b: number): number {
  return (Math.tanh(b / 2) - Math.tanh(a / 2)) / 2;
}
