/**
 * Walk up the running sum until it passes u. Rounding can leave the last sum a little below 1 and u above it: then the
 * last index that has any probability is meant, which is why it is remembered on the way.
 */
export function sampleCategorical(p: readonly number[], u: number): number {
  const total = p.reduce((sum, x) => sum + x, 0);
  if (p.some((x) => !(x >= 0)) || !(Math.abs(total - 1) <= 1e-6)) {
    throw new Error(`sampleCategorical: probabilities must be at least 0 and sum to 1, these sum to ${total}`);
  }
  let sum = 0;
  let last = 0;
  for (let k = 0; k < p.length; k++) {
    sum += p[k];
    if (u < sum) return k;
    if (p[k] > 0) last = k;
  }
  return last;
}
