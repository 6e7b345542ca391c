// misconception: none
/** Trains on the first rows of each class and tests on the last ones. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const count = new Map<number, number>();
  for (const row of order) count.set(labels[row], (count.get(labels[row]) ?? 0) + 1);
  const quota = new Map([...count].map(([c, n]) => [c, Math.round(share * n)]));
  const train: number[] = [];
  const test: number[] = [];
  for (const row of order) {
    const remaining = count.get(labels[row])!;
    if (remaining > quota.get(labels[row])!) train.push(row);
    else test.push(row);
    count.set(labels[row], remaining - 1);
  }
  return { train, test };
}
