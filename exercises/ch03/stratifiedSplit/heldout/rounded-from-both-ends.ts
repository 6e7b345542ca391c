// misconception: rows-lost
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const sizeOfClass = (c: number): number => labels.filter((l) => l === c).length;
  const met = new Map<number, number>();
  const placed = order.map((row) => {
    const c = labels[row];
    const rank = met.get(c) ?? 0;
    met.set(c, rank + 1);
    return { row, rank, n: sizeOfClass(c) };
  });
  const test = placed.filter(({ rank, n }) => rank < Math.round(share * n));
  // the last (1 - share) of each class
  const train = placed.filter(
    ({ rank, n }) => n - rank <= Math.floor((1 - share) * n) && !(rank < Math.round(share * n)),
  );
  return { train: train.map((p) => p.row), test: test.map((p) => p.row) };
}
