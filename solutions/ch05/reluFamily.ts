/**
 * One decision, made by the input; asking x > 0 puts the kink on the left side. NaN is not above 0 either: where the
 * left side is a constant it has to be let through. (Math.max passes NaN on by itself.)
 */
export function relu(xs: readonly number[]): number[] {
  return xs.map((x) => Math.max(0, x));
}

export function reluDerivative(xs: readonly number[]): number[] {
  return xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0));
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : alpha * x));
}

export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : alpha));
}

export function elu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : alpha * Math.expm1(x)));
}

export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? 1 : alpha * Math.exp(x)));
}
