// misconception: kink-on-the-right
const slope = (x: number, left: number): number => {
  if (Number.isNaN(x)) return x;
  return x >= 0 ? 1 : left;
};

export function relu(xs: readonly number[]): number[] {
  return [...xs].map((x) => (x < 0 ? 0 : x));
}

export function reluDerivative(xs: readonly number[]): number[] {
  return xs.map((x) => slope(x, 0));
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  return [...xs].map((x) => (x < 0 ? alpha * x : x));
}

export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => slope(x, alpha));
}

export function elu(xs: readonly number[], alpha: number): number[] {
  return [...xs].map((x) => (x < 0 ? alpha * Math.expm1(x) : x));
}

export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  return xs.map((x) => slope(x, alpha * Math.exp(x)));
}
