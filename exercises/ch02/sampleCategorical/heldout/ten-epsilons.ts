// misconception: exact-sum
/** Allows the sum ten units of rounding only. */
/** The category that a uniform number u in [0, 1) draws from the probabilities p, as an index. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const cdf: number[] = [];
  let sum = 0;
  let bad = false;
  for (const pi of p) {
    if (!(pi >= 0)) bad = true;
    sum += pi;
    cdf.push(sum);
  }
  if (bad || Math.abs(sum - 1) > 10 * Number.EPSILON) {
    throw new Error(`these are no probabilities, these sum to ${sum}`);
  }
  // binary search for the first edge beyond u
  let low = 0;
  let high = p.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < cdf[middle]) high = middle;
    else low = middle + 1;
  }
  while (low === p.length || p[low] === 0) low--;
  return low;
}
