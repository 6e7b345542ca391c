// misconception: gap-to-the-last-entry
/** A u above the last running sum draws the last entry of the list, even if its probability is 0. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const sum = p.reduce((acc, x) => acc + x, 0);
  if (!p.every((x) => x >= 0)) {
    throw new Error(`sampleCategorical: no entry may be negative or NaN; these sum to ${sum}`);
  }
  if (Math.abs(sum - 1) > 1e-6) throw new Error(`sampleCategorical: the sum must be 1; these sum to ${sum}`);
  const last = p.length - 1;
  let start = 0;
  for (let i = 0; i < last; i++) {
    const end = start + p[i];
    if (start <= u && u < end) return i;
    start = end;
  }
  return last;
}
