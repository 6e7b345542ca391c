// misconception: most-likely
/** Returns the category with the largest probability, whatever u is. */
export function sampleCategorical(p: readonly number[], _u: number): number {
  const total = p.reduce((a, b) => a + b, 0);
  if (p.some((x) => !(x >= 0)) || !(Math.abs(total - 1) <= 1e-6)) {
    throw new Error(`sampleCategorical: probabilities must sum to 1, but these sum to ${total}`);
  }
  let best = 0;
  for (let i = 1; i < p.length; i++) if (p[i] > p[best]) best = i;
  return best;
}
