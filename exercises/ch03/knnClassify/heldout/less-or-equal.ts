// misconception: later-row-nearer
/** Takes the later of two rows at the same distance. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  const n = rows.length;
  if (k < 1 || k > n) throw new Error("k = " + k + " with " + n + " rows");

  const dist: number[] = [];
  for (let i = 0; i < n; i++) {
    let s = 0;
    for (let c = 0; c < query.length; c++) s += (rows[i][c] - query[c]) * (rows[i][c] - query[c]);
    dist.push(Math.sqrt(s));
  }

  const taken = new Array<boolean>(n).fill(false);
  const neighbours: number[] = [];
  while (neighbours.length < k) {
    let best = -1;
    for (let i = 0; i < n; i++) {
      if (taken[i]) continue;
      if (best === -1 || dist[i] <= dist[best]) best = i;
    }
    taken[best] = true;
    neighbours.push(best);
  }

  const votes = new Map<number, number>();
  for (const i of neighbours) votes.set(labels[i], (votes.get(labels[i]) || 0) + 1);
  const most = Math.max(...votes.values());
  for (const i of neighbours) {
    if (votes.get(labels[i]) === most) return labels[i];
  }
  return labels[neighbours[0]];
}

/** The accuracy, from 0 to 1, when each row is classified by all the others. */
export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  let correct = 0;
  for (let i = 0; i < rows.length; i++) {
    const otherRows = [...rows.slice(0, i), ...rows.slice(i + 1)];
    const otherLabels = [...labels.slice(0, i), ...labels.slice(i + 1)];
    if (knnClassify(otherRows, otherLabels, rows[i], k) === labels[i]) correct += 1;
  }
  return correct / rows.length;
}
