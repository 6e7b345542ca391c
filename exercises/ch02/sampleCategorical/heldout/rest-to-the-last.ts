// misconception: gap-to-the-last-entry
/** What no earlier piece holds goes to the last entry, even if its probability is 0. */
/** The category that a uniform number u in [0, 1) draws from the probabilities p, as an index. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const total = p.reduce((s, v) => s + v, 0);
  if (p.some((v) => !(v >= 0)) || !(Math.abs(total - 1) <= 1e-6)) {
    throw new Error(`probabilities are at least 0 and sum to 1; these sum to ${total}`);
  }
  let edge = 0;
  for (let i = 0; i < p.length - 1; i++) {
    edge += p[i];
    if (u < edge) return i;
  }
  return p.length - 1;
}
