// misconception: rows-lost
/** Rounds the number of test rows and that of training rows each by itself. */
function countsOf(labels: readonly number[]): Map<number, number> {
  return labels.reduce((m, label) => m.set(label, (m.get(label) ?? 0) + 1), new Map<number, number>());
}

/** Row numbers for training and for testing, each class in the same proportion. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const counts = countsOf(labels);
  const met = new Map<number, number>();
  const train: number[] = [];
  const test: number[] = [];
  for (const row of order) {
    const label = labels[row];
    const n = counts.get(label)!;
    const nTest = Math.round(share * n);
    const nTrain = Math.floor((1 - share) * n);
    const i = met.get(label) ?? 0;
    met.set(label, i + 1);
    if (i < nTest) test.push(row);
    else if (i < nTest + nTrain) train.push(row);
  }
  return { train, test };
}
