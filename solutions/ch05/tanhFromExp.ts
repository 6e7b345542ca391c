/**
 * With u = e^(−2|x|) − 1, which lies between −1 and 0, tanh |x| is −u / (2 + u): nothing overflows, and near 0 nothing
 * cancels. The sign is put back at the end.
 */
export function tanhFromExp(x: number): number {
  const u = Math.expm1(-2 * Math.abs(x));
  return (Math.sign(x) * -u) / (2 + u);
}

/** 1 − tanh² x = 4 / (eˣ + e⁻ˣ)², written with the exponential that cannot overflow. */
export function tanhDerivative(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / (1 + e) ** 2;
}

/** The sigmoid runs from 0 to 1 and half as fast: tanh x = 2σ(2x) − 1. */
export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  return 2 * sigmoid(2 * x) - 1;
}
