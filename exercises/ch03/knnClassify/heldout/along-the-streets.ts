// misconception: city-blocks
/** Adds the absolute differences instead of the squares. */
type Rows = readonly (readonly number[])[];

export function knnClassify(rows: Rows, labels: readonly number[], query: readonly number[], k: number): number {
  if (k < 1 || k > rows.length) throw new Error(`k = ${k} does not fit ${rows.length} rows`);
  const near = rows
    .map((row, i) => ({ i, d: row.reduce((sum, v, c) => sum + Math.abs(v - query[c]), 0) }))
    .sort((p, q) => p.d - q.d || p.i - q.i)
    .slice(0, k)
    .map(({ i }) => labels[i]);
  const votes = new Map<number, number>();
  for (const label of near) votes.set(label, (votes.get(label) ?? 0) + 1);
  const most = Math.max(...votes.values());
  return near.find((label) => votes.get(label) === most)!;
}

export function leaveOneOut(rows: Rows, labels: readonly number[], k: number): number {
  const right = rows.filter((row, i) => {
    const others = (_: unknown, j: number) => j !== i;
    return knnClassify(rows.filter(others), labels.filter(others), row, k) === labels[i];
  });
  return right.length / rows.length;
}
