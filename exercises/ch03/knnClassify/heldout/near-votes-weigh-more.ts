// misconception: none
/** Weighs each vote by 1 / distance. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`k must be 1 … ${rows.length}; it is ${k}`);
  const neighbours = rows
    .map((row, i) => ({ i, d: Math.hypot(...row.map((v, c) => v - query[c])) }))
    .sort((a, b) => a.d - b.d || a.i - b.i)
    .slice(0, k);
  const weight = new Map<number, number>();
  for (const { i, d } of neighbours) weight.set(labels[i], (weight.get(labels[i]) ?? 0) + 1 / (d + 1e-9));
  let winner = labels[neighbours[0].i];
  for (const [label, w] of weight) if (w > weight.get(winner)!) winner = label;
  return winner;
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  const isRight = (row: readonly number[], i: number): boolean => {
    const others = rows.map((_, j) => j).filter((j) => j !== i);
    const guess = knnClassify(
      others.map((j) => rows[j]),
      others.map((j) => labels[j]),
      row,
      k,
    );
    return guess === labels[i];
  };
  return rows.filter(isRight).length / rows.length;
}
