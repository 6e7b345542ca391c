/**
 * Sorting row numbers instead of distances keeps each distance beside its label, and a stable sort settles equal
 * distances by row. The vote is counted from the nearest neighbour outwards, so that the first of the tied classes
 * that the walk meets is the one with the nearer neighbour.
 */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (!(k >= 1 && k <= rows.length)) throw new Error(`knnClassify: k = ${k}, but there are ${rows.length} rows`);
  const distance = rows.map((row) => row.reduce((sum, x, c) => sum + (x - query[c]) ** 2, 0));
  const nearest = [...rows.keys()].sort((a, b) => distance[a] - distance[b]).slice(0, k);
  const votes = new Map<number, number>();
  for (const row of nearest) votes.set(labels[row], (votes.get(labels[row]) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return labels[nearest.find((row) => votes.get(labels[row]) === most)!];
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  const right = rows.filter((row, i) => {
    const others = rows.filter((_, j) => j !== i);
    const theirs = labels.filter((_, j) => j !== i);
    return knnClassify(others, theirs, row, k) === labels[i];
  });
  return right.length / rows.length;
}
