// misconception: state-kept
/** Builds the running sums once, for the first list, and keeps them in a variable of the module. */
const cdf: number[] = [];

function validate(p: readonly number[]): void {
  let sum = 0;
  for (const x of p) sum += x;
  if (p.some((x) => x < 0 || Number.isNaN(x)) || !(Math.abs(sum - 1) <= 1e-6)) {
    throw new Error(`sampleCategorical: these sum to ${sum}`);
  }
}

export function sampleCategorical(p: readonly number[], u: number): number {
  validate(p);
  if (cdf.length === 0) {
    let total = 0;
    for (const x of p) {
      total += x;
      cdf.push(total);
    }
  }
  for (let i = 0; i < cdf.length; i++) if (u < cdf[i]) return i;
  let last = p.length - 1;
  while (p[last] === 0) last--;
  return last;
}
