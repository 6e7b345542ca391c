// misconception: log-of-zero
const decay = (z: number): number => Math.exp(-Math.abs(z));

export function sigmoid(z: number): number {
  return z < 0 ? decay(z) / (1 + decay(z)) : 1 / (1 + decay(z));
}

export function logSigmoid(z: number): number {
  return Math.log(sigmoid(z));
}

export function sigmoidDerivative(z: number): number {
  return sigmoid(z) * sigmoid(-z);
}

const outOf = (a: number, b: number): number => sigmoid(b) * sigmoid(-a) * -Math.expm1(a - b);

export function sigmoidBetween(a: number, b: number): number {
  return a === b ? 0 : a > b ? -outOf(b, a) : outOf(a, b);
}
