// misconception: none
/** Cuts the interval from right to left: the last category gets the piece that starts at 0. */
export function sampleCategorical(p: readonly number[], u: number): number {
  let sum = 0;
  for (const x of p) sum += x;
  if (p.some((x) => !(x >= 0)) || Math.abs(sum - 1) > 1e-6) {
    throw new Error(`sampleCategorical: entries must be probabilities; these sum to ${sum}`);
  }
  let rest = u;
  let fallback = 0;
  for (let i = p.length - 1; i >= 0; i--) {
    if (p[i] === 0) continue;
    if (rest < p[i]) return i;
    rest -= p[i];
    fallback = i;
  }
  return fallback;
}
