// misconception: tie-to-smaller-label
/** Gives tied votes to the smaller label. */
function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let d = 0;
  for (let i = 0; i < a.length; i++) d += (a[i] - b[i]) ** 2;
  return d;
}

export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`k is ${k}, but there are ${rows.length} rows`);
  const neighbours = rows
    .map((row, i) => ({ i, d: squaredDistance(row, query) }))
    .sort((p, q) => p.d - q.d || p.i - q.i)
    .slice(0, k);
  const votes = new Map<number, number>();
  for (const { i } of neighbours) votes.set(labels[i], (votes.get(labels[i]) ?? 0) + 1);
  // np.unique + argmax
  return [...votes].sort(([l1, v1], [l2, v2]) => v2 - v1 || l1 - l2)[0][0];
}

/** The accuracy, from 0 to 1, when each row is classified by all the others. */
export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  const right = rows.filter((row, i) => {
    const others = <T>(list: readonly T[]): T[] => list.filter((_, j) => j !== i);
    return knnClassify(others(rows), others(labels), row, k) === labels[i];
  });
  return right.length / rows.length;
}
