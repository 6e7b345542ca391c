// misconception: rounded-up
/** Rounds the number of test rows up. */
/** Row numbers for training and for testing, each class in the same proportion. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const quota = new Map<number, number>();
  for (const label of labels) quota.set(label, (quota.get(label) ?? 0) + 1);
  for (const [label, n] of quota) quota.set(label, Math.ceil(share * n)); // at least one of each class

  const train: number[] = [];
  const test: number[] = [];
  for (const row of order) {
    const left = quota.get(labels[row]) ?? 0;
    if (left > 0) {
      quota.set(labels[row], left - 1);
      test.push(row);
    } else {
      train.push(row);
    }
  }
  return { train, test };
}
