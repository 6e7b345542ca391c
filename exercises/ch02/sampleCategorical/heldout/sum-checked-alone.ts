// misconception: sum-only
/** Checks the sum, and no single entry. */
/** The category that a uniform number u in [0, 1) draws from the probabilities p, as an index. */
export function sampleCategorical(p: readonly number[], u: number): number {
  let sum = 0;
  for (const value of p) sum += value;
  if (Number.isNaN(sum) || Math.abs(sum - 1) > 1e-6) {
    throw new Error("the probabilities must sum to 1, but these sum to " + sum);
  }

  let running = 0;
  let last = -1;
  for (let i = 0; i < p.length; i++) {
    if (p[i] === 0) continue;
    running += p[i];
    last = i;
    if (u < running) break;
  }
  return last;
}
