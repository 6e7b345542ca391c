// misconception: exp-minus-one
function each(xs: readonly number[], right: (x: number) => number, left: (x: number) => number): number[] {
  const out: number[] = [];
  for (const x of xs) {
    if (Number.isNaN(x)) out.push(Number.NaN);
    else out.push(x > 0 ? right(x) : left(x));
  }
  return out;
}
const same = (x: number): number => x;
const one = (): number => 1;

export const relu = (xs: readonly number[]): number[] => each(xs, same, () => 0);
export const reluDerivative = (xs: readonly number[]): number[] => each(xs, one, () => 0);
export const leakyRelu = (xs: readonly number[], alpha: number): number[] => each(xs, same, (x) => alpha * x);
export const leakyReluDerivative = (xs: readonly number[], alpha: number): number[] => each(xs, one, () => alpha);
export const elu = (xs: readonly number[], alpha: number): number[] =>
  each(xs, same, (x) => alpha * Math.exp(x) - alpha);
export const eluDerivative = (xs: readonly number[], alpha: number): number[] =>
  each(xs, one, (x) => alpha * Math.exp(x));
