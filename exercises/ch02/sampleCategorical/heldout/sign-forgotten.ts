// misconception: sum-only
/** Checks the sum and not the entries, so that a negative entry passes if the others make up for it. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const cumulative: number[] = [];
  for (const x of p) cumulative.push(x + (cumulative.at(-1) ?? 0));
  const sum = cumulative.at(-1) ?? 0;
  if (!(Math.abs(sum - 1) <= 1e-6)) {
    throw new Error(`sampleCategorical: the probabilities must sum to 1, but these sum to ${sum}`);
  }
  const index = cumulative.findIndex((c) => u < c);
  if (index !== -1) return index;
  for (let i = p.length - 1; i > 0; i--) {
    if (p[i] > 0) return i;
  }
  return 0;
}
