// misconception: none
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
  const n = 1000;
  const h = (b - a) / n;
  let s = sigmoidDerivative(a) + sigmoidDerivative(b);
  for (let i = 1; i < n; i++) s += (i % 2 ? 4 : 2) * sigmoidDerivative(a + i * h);
  return (s * h) / 3;
}
