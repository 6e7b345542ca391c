// misconception: past-the-end
/** If no running sum is above u, returns the number of categories. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const sum = p.reduce((s, q) => s + q, 0);
  const valid = p.every((q) => q >= 0) && Math.abs(sum - 1) <= 1e-6;
  if (!valid) throw new Error(`not a distribution: these sum to ${sum}`);

  let i = 0;
  let reached = p[0];
  while (i < p.length && reached <= u) {
    i++;
    reached += p[i];
  }
  return i;
}
