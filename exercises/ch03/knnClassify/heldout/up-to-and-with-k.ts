// misconception: one-neighbour-too-many and count-not-share
/** Counts the neighbours from 0 to k, and returns how many rows came out right. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`k = ${k} with ${rows.length} rows`);
  const sorted = rows
    .map((row, i) => ({ row: i, distance: Math.sqrt(row.reduce((s, v, c) => s + (v - query[c]) ** 2, 0)) }))
    .sort((a, b) => (a.distance === b.distance ? a.row - b.row : a.distance - b.distance));
  const votes = new Map<number, number>();
  for (let n = 0; n <= k && n < sorted.length; n++) {
    const label = labels[sorted[n].row];
    votes.set(label, (votes.get(label) ?? 0) + 1);
  }
  let winner = labels[sorted[0].row];
  votes.forEach((n, label) => {
    if (n > votes.get(winner)!) winner = label;
  });
  return winner;
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  let right = 0;
  for (const [i, row] of rows.entries()) {
    const without = <T>(list: readonly T[]): T[] => [...list.slice(0, i), ...list.slice(i + 1)];
    if (knnClassify(without(rows), without(labels), row, k) === labels[i]) right++;
  }
  return right;
}
