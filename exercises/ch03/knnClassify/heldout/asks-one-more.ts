// misconception: votes-for-itself
/** Asks one neighbour more instead of taking the row away, which then votes as well. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (!(k >= 1 && k <= rows.length)) throw new Error(`k = ${k} is not possible with ${rows.length} rows`);
  const distances = rows.map((row) => row.reduce((s, v, c) => s + (v - query[c]) ** 2, 0));
  const order = rows.map((_, i) => i).sort((i, j) => distances[i] - distances[j] || i - j);

  const votes = new Map<number, number>();
  for (const i of order.slice(0, k)) votes.set(labels[i], (votes.get(labels[i]) ?? 0) + 1);

  // a Map remembers the order of insertion: the nearest comes first
  let winner = labels[order[0]];
  for (const [label, count] of votes) if (count > votes.get(winner)!) winner = label;
  return winner;
}

/** The accuracy, from 0 to 1, when each row is classified by all the others. */
export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  if (k < 1 || k > rows.length - 1) throw new Error(`k = ${k} is not possible with ${rows.length - 1} rows`);
  let right = 0;
  for (let i = 0; i < rows.length; i++) {
    // the row is its own nearest neighbour, so ask for one more
    if (knnClassify(rows, labels, rows[i], k + 1) === labels[i]) right++;
  }
  return right / rows.length;
}
