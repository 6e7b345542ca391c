// misconception: positions-returned and rounded-down
/** Pushes the place in the order instead of the row found there, and cuts the number of test rows down. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const left = new Map<number, number>();
  for (const c of new Set(labels)) left.set(c, Math.floor(share * labels.filter((l) => l === c).length));
  const train: number[] = [];
  const test: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const c = labels[order[i]];
    const open = left.get(c)!;
    if (open > 0) {
      test.push(i);
      left.set(c, open - 1);
    } else train.push(i);
  }
  return { train, test };
}
