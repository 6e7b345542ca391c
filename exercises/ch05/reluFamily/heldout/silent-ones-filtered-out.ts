// misconception: none
/** relu leaves the silent entries out instead of writing a 0 for them. */
export function relu(xs: readonly number[]): number[] {
  return xs.filter((x) => !(x <= 0));
}

export function reluDerivative(xs: readonly number[]): number[] {
  return xs.map((x) => (x > 0 ? 1 : x <= 0 ? 0 : x));
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : alpha * x));
}

export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? 1 : x <= 0 ? alpha : x));
}

export function elu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : alpha * Math.expm1(x)));
}

export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? 1 : alpha * Math.exp(x)));
}
