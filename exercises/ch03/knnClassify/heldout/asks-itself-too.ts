// misconception: votes-for-itself
/** Classifies every row with all rows, itself among them. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`k is ${k}, there are ${rows.length} rows`);
  const squared = rows.map((row) => row.reduce((s, v, c) => s + (v - query[c]) * (v - query[c]), 0));
  const order = rows.map((_, i) => i).sort((a, b) => squared[a] - squared[b] || a - b);
  const chosen = order.slice(0, k).map((i) => labels[i]);
  const howMany = (label: number): number => chosen.filter((l) => l === label).length;
  return chosen.reduce((best, label) => (howMany(label) > howMany(best) ? label : best));
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  const right = rows.filter((row, i) => knnClassify(rows, labels, row, k) === labels[i]).length;
  return right / rows.length;
}
