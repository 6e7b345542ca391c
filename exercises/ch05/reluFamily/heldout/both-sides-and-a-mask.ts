// misconception: masks-multiplied
const right = (x: number): number => (x > 0 ? 1 : 0);
const left = (x: number): number => 1 - right(x);

export function relu(xs: readonly number[]): number[] {
  return xs.map((x) => right(x) * x);
}

export function reluDerivative(xs: readonly number[]): number[] {
  return xs.map((x) => (!Number.isNaN(x) ? right(x) : x));
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => right(x) * x + left(x) * alpha * x);
}

export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (!Number.isNaN(x) ? right(x) + left(x) * alpha : x));
}

export function elu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => right(x) * x + left(x) * alpha * Math.expm1(x));
}

export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => right(x) + left(x) * alpha * Math.exp(x));
}
