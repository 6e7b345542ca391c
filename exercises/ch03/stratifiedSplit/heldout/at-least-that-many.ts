// misconception: rounded-up
/** Uses the ceiling, so that even a rare class has a row in the test. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const quota = new Map<number, number>();
  for (const c of new Set(labels)) {
    const n = labels.filter((l) => l === c).length;
    quota.set(c, Math.ceil(share * n));
  }
  const train: number[] = [];
  const test: number[] = [];
  for (const row of order) {
    const left = quota.get(labels[row]) ?? 0;
    if (left > 0) {
      test.push(row);
      quota.set(labels[row], left - 1);
    } else {
      train.push(row);
    }
  }
  return { train, test };
}
