/**
 * One walk over the rows decides each of them once, so no row can be in both parts or in none. The count is kept for
 * each class, which is all that stratifying means.
 */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const left = new Map<number, number>();
  for (const label of new Set(labels)) {
    left.set(label, Math.round(share * labels.filter((other) => other === label).length));
  }
  const train: number[] = [];
  const test: number[] = [];
  for (const row of order) {
    const open = left.get(labels[row])!;
    left.set(labels[row], open - 1);
    if (open > 0) test.push(row);
    else train.push(row);
  }
  return { train, test };
}
