// misconception: maximum-for-a-case
export function relu(xs: readonly number[]): number[] {
  return xs.map((x) => Math.max(0, x));
}

export function reluDerivative(xs: readonly number[]): number[] {
  return xs.map((x) => (Number.isNaN(x) ? Number.NaN : Number(x > 0)));
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => Math.max(x, alpha * x));
}

export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => {
    if (x > 0) return 1;
    return Number.isNaN(x) ? x : alpha;
  });
}

export function elu(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? x : alpha * Math.expm1(x)));
}

export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => (x > 0 ? 1 : alpha * Math.exp(x)));
}
