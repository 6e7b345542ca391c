// misconception: none
/** Gives tied votes to the class whose neighbours are nearest in total. */
interface Tally {
  readonly label: number;
  count: number;
  total: number;
}

export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`cannot ask k = ${k} of ${rows.length} rows`);
  const nearest = rows
    .map((row, i) => ({ label: labels[i], distance: Math.sqrt(row.reduce((s, v, c) => s + (v - query[c]) ** 2, 0)) }))
    .sort((a, b) => a.distance - b.distance) // stable: earlier rows stay in front
    .slice(0, k);

  const tallies: Tally[] = [];
  for (const { label, distance } of nearest) {
    let tally = tallies.find((t) => t.label === label);
    if (!tally) {
      tally = { label, count: 0, total: 0 };
      tallies.push(tally);
    }
    tally.count += 1;
    tally.total += distance;
  }
  tallies.sort((a, b) => b.count - a.count || a.total - b.total);
  return tallies[0].label;
}

/** The accuracy, from 0 to 1, when each row is classified by all the others. */
export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  const hits = rows.map((row, i): number =>
    knnClassify(rows.toSpliced(i, 1), labels.toSpliced(i, 1), row, k) === labels[i] ? 1 : 0,
  );
  return hits.reduce((s, h) => s + h, 0) / rows.length;
}
