// misconception: normalises-silently
/** Divides the probabilities by their sum instead of refusing them (after which no gap is left below 1). */
export function sampleCategorical(p: readonly number[], u: number): number {
  const sum = p.reduce((a, b) => a + b, 0);
  for (const x of p) {
    if (x < 0 || Number.isNaN(x)) throw new Error(`sampleCategorical: bad entry ${x}; these sum to ${sum}`);
  }
  const shares = p.map((x) => x / sum);
  let chosen = 0;
  let edge = 0;
  for (let i = 0; i < shares.length; i++) {
    edge += shares[i];
    if (u < edge) {
      chosen = i;
      break;
    }
  }
  return chosen;
}
