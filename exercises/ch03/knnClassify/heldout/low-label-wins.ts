// misconception: tie-to-smaller-label
/** Where several labels have equally many neighbours it takes the smallest label. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  const N = rows.length;
  if (k < 1 || k > N) throw new Error(`k must be from 1 to ${N}, but is ${k}`);
  const distances: number[] = [];
  for (const row of rows) {
    let d = 0;
    for (let c = 0; c < query.length; c++) d += (row[c] - query[c]) ** 2;
    distances.push(Math.sqrt(d));
  }
  const used = new Array<boolean>(N).fill(false);
  const count = new Map<number, number>();
  for (let round = 0; round < k; round++) {
    let nearest = -1;
    for (let i = 0; i < N; i++) {
      if (!used[i] && (nearest < 0 || distances[i] < distances[nearest])) nearest = i;
    }
    used[nearest] = true;
    count.set(labels[nearest], (count.get(labels[nearest]) ?? 0) + 1);
  }
  let best = 0;
  let winner = Number.POSITIVE_INFINITY;
  for (const [label, n] of count) {
    if (n > best || (n === best && label < winner)) {
      best = n;
      winner = label;
    }
  }
  return winner;
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  let right = 0;
  for (let i = 0; i < rows.length; i++) {
    const otherRows = [...rows.slice(0, i), ...rows.slice(i + 1)];
    const otherLabels = [...labels.slice(0, i), ...labels.slice(i + 1)];
    if (knnClassify(otherRows, otherLabels, rows[i], k) === labels[i]) right++;
  }
  return right / rows.length;
}
