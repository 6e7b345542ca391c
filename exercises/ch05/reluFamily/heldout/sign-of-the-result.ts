// misconception: mask-from-the-output
const map = (xs: readonly number[], f: (x: number) => number): number[] => xs.map((x) => (Number.isNaN(x) ? x : f(x)));

export const relu = (xs: readonly number[]): number[] => map(xs, (x) => (x > 0 ? x : 0));
export const leakyRelu = (xs: readonly number[], alpha: number): number[] => map(xs, (x) => (x > 0 ? x : alpha * x));
export const elu = (xs: readonly number[], alpha: number): number[] =>
  map(xs, (x) => (x > 0 ? x : alpha * Math.expm1(x)));

export const reluDerivative = (xs: readonly number[]): number[] => map(relu(xs), (y) => (y > 0 ? 1 : 0));
export const leakyReluDerivative = (xs: readonly number[], alpha: number): number[] =>
  map(leakyRelu(xs, alpha), (y) => (y > 0 ? 1 : alpha));
export const eluDerivative = (xs: readonly number[], alpha: number): number[] =>
  map(elu(xs, alpha), (y) => (y > 0 ? 1 : y + alpha));
