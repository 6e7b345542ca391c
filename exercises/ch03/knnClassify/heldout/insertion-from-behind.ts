// misconception: later-row-nearer
/** Inserts each row before those at the same distance, so that of equals the later row comes first. */
type Row = readonly number[];
interface Neighbour {
  distance: number;
  label: number;
}

const between = (a: Row, b: Row): number => Math.hypot(...a.map((v, c) => v - b[c]));

function vote(neighbours: Neighbour[]): number {
  const tally = new Map<number, number>();
  for (const { label } of neighbours) tally.set(label, (tally.get(label) ?? 0) + 1);
  let winner = neighbours[0].label;
  for (const [label, n] of tally) if (n > tally.get(winner)!) winner = label;
  return winner;
}

export function knnClassify(rows: readonly Row[], labels: readonly number[], query: Row, k: number): number {
  if (k < 1 || k > rows.length) throw new Error(`cannot ask k = ${k} of ${rows.length} rows`);
  const line: Neighbour[] = [];
  rows.forEach((row, i) => {
    const distance = between(row, query);
    const place = line.findIndex((n) => n.distance >= distance);
    line.splice(place < 0 ? line.length : place, 0, { distance, label: labels[i] });
  });
  return vote(line.slice(0, k));
}

export function leaveOneOut(rows: readonly Row[], labels: readonly number[], k: number): number {
  const hits: number[] = rows.map((row, i) => {
    const isOther = (_: unknown, j: number): boolean => j !== i;
    const guess = knnClassify(rows.filter(isOther), labels.filter(isOther), row, k);
    return guess === labels[i] ? 1 : 0;
  });
  return hits.reduce((a, b) => a + b, 0) / hits.length;
}
