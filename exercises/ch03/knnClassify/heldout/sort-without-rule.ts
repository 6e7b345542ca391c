// misconception: sorted-as-text
/** Sorts the distances with `sort()` alone, which compares them as strings. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  const n = rows.length;
  if (k < 1 || k > n) throw new Error(`${k} neighbours of ${n} rows`);
  const distances = rows.map((row) => Math.sqrt(row.reduce((s, v, c) => s + (v - query[c]) ** 2, 0)));
  const ranked = [...new Set(distances)].sort();
  const near: number[] = [];
  for (const d of ranked) {
    for (let i = 0; i < n; i++) if (distances[i] === d && near.length < k) near.push(labels[i]);
  }
  const counts = new Map<number, number>();
  for (const label of near) counts.set(label, (counts.get(label) ?? 0) + 1);
  let winner = near[0];
  for (const label of near) if (counts.get(label)! > counts.get(winner)!) winner = label;
  return winner;
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  let hits = 0;
  rows.forEach((row, i) => {
    const guess = knnClassify(
      rows.filter((_, j) => j !== i),
      labels.filter((_, j) => j !== i),
      row,
      k,
    );
    if (guess === labels[i]) hits += 1;
  });
  return hits / rows.length;
}
