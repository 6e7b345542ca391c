// misconception: writes-into-its-argument
function change(xs: readonly number[], f: (x: number) => number): number[] {
  const list = xs as number[];
  for (let i = 0; i < list.length; i++) list[i] = Number.isNaN(list[i]) ? list[i] : f(list[i]);
  return list;
}

export const relu = (xs: readonly number[]): number[] => change(xs, (x) => Math.max(x, 0));
export const leakyRelu = (xs: readonly number[], alpha: number): number[] => change(xs, (x) => (x > 0 ? x : alpha * x));
export const elu = (xs: readonly number[], alpha: number): number[] =>
  change(xs, (x) => (x > 0 ? x : alpha * Math.expm1(x)));
export const reluDerivative = (xs: readonly number[]): number[] => change([...xs], (x) => (x > 0 ? 1 : 0));
export const leakyReluDerivative = (xs: readonly number[], alpha: number): number[] =>
  change([...xs], (x) => (x > 0 ? 1 : alpha));
export const eluDerivative = (xs: readonly number[], alpha: number): number[] =>
  change([...xs], (x) => (x > 0 ? 1 : alpha * Math.exp(x)));
