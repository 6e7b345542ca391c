// misconception: tie-to-the-nearest-of-all
interface Neighbour {
  distance: number;
  row: number;
  label: number;
}

function vote(sorted: Neighbour[]): number {
  const count: Record<string, number> = {};
  for (const { label } of sorted) count[label] = (count[label] ?? 0) + 1;
  const top = Math.max(...Object.values(count));
  const winners = Object.keys(count).filter((label) => count[label] === top);
  if (winners.length === 1) return Number(winners[0]);
  return sorted[0].label; // a tie: the nearest decides
}

function classify(candidates: Neighbour[], k: number): number {
  if (k < 1 || k > candidates.length) throw new Error(`cannot ask k=${k} of ${candidates.length} rows`);
  candidates.sort((a, b) => (a.distance === b.distance ? a.row - b.row : a.distance - b.distance));
  return vote(candidates.slice(0, k));
}

function measure(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
): Neighbour[] {
  return rows.map((r, row) => {
    let d = 0;
    for (let c = 0; c < r.length; c++) d += (r[c] - query[c]) * (r[c] - query[c]);
    return { distance: Math.sqrt(d), row, label: labels[row] };
  });
}

export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  return classify(measure(rows, labels, query), k);
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  const hits: number[] = rows.map((query, i) => {
    const others = measure(rows, labels, query).filter((n) => n.row !== i);
    return classify(others, k) === labels[i] ? 1 : 0;
  });
  return hits.reduce((a, b) => a + b, 0) / hits.length;
}
