// misconception: none
/** Counts votes in a list with the label as index, so that negative and fractional labels get none. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`k ${k} is out of range for ${rows.length} rows`);
  const d2 = rows.map((row) => row.reduce((s, v, c) => s + (v - query[c]) ** 2, 0));
  const near = [...rows.keys()]
    .sort((a, b) => d2[a] - d2[b] || a - b)
    .slice(0, k)
    .map((i) => labels[i]);
  const votes: number[] = [];
  for (const label of near) votes[label] = (votes[label] ?? 0) + 1;
  let winner = 0;
  for (let label = 0; label < votes.length; label++) {
    const here = votes[label] ?? 0;
    const best = votes[winner] ?? 0;
    if (here > best || (here === best && near.indexOf(label) < near.indexOf(winner) && here > 0)) winner = label;
  }
  return winner;
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  let sum = 0;
  for (let out = 0; out < rows.length; out++) {
    const r = [...rows];
    const l = [...labels];
    r.splice(out, 1);
    const [truth] = l.splice(out, 1);
    if (knnClassify(r, l, rows[out], k) === truth) sum++;
  }
  return sum / rows.length;
}
