// misconception: exact-sum
/** Refuses a list whose rounded sum is not exactly 1. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const sum = p.reduce((a, b) => a + b, 0);
  const bad = p.find((x) => Number.isNaN(x) || x < 0);
  if (bad !== undefined || sum !== 1) {
    throw new Error(`sampleCategorical: probabilities must be non-negative and sum to 1; these sum to ${sum}`);
  }
  let cumulative = 0;
  const hit = p.findIndex((x) => {
    cumulative += x;
    return u < cumulative;
  });
  return hit >= 0 ? hit : p.findLastIndex((x) => x > 0);
}
