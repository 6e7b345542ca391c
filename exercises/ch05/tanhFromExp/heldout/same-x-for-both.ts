// misconception: sigmoid-not-stretched-in-x
export function tanhFromExp(x: number): number {
  const sign = x < 0 ? -1 : 1;
  const e = Math.expm1(-2 * sign * x);
  return (sign * -e) / (e + 2);
}

export function tanhDerivative(x: number): number {
  const e = Math.exp(-Math.abs(x));
  const d = 1 + e * e;
  return ((2 * e) / d) * ((2 * e) / d);
}

export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  const s = sigmoid(x);
  return s - (1 - s);
}
