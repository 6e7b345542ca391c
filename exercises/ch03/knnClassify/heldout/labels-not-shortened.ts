// misconception: labels-out-of-step
/** Leaves the row out but not its label: from there on every row has the label of the one before. */
function nearest(rows: readonly (readonly number[])[], query: readonly number[], k: number): number[] {
  const away = rows.map((row, i): [number, number] => [Math.hypot(...row.map((v, c) => v - query[c])), i]);
  away.sort(([d, i], [e, j]) => d - e || i - j);
  return away.slice(0, k).map(([, i]) => i);
}

function majority(list: number[]): number {
  let winner = list[0];
  let most = 0;
  for (const candidate of list) {
    let n = 0;
    for (const l of list) if (l === candidate) n++;
    if (n > most) {
      most = n;
      winner = candidate;
    }
  }
  return winner;
}

export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  if (k < 1 || k > rows.length) throw new Error(`k (${k}) must lie between 1 and ${rows.length}`);
  return majority(nearest(rows, query, k).map((i) => labels[i]));
}

export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  let correct = 0;
  for (let i = 0; i < rows.length; i++) {
    const rest = rows.filter((_, j) => j !== i);
    if (knnClassify(rest, labels, rows[i], k) === labels[i]) correct++;
  }
  return correct / rows.length;
}
