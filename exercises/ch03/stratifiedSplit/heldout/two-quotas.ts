// misconception: rows-lost
/** Gives training a quota of its own, cut down to a whole number, and rows that fit into neither are dropped. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const forTest = new Set<number>();
  const forTrain = new Set<number>();
  for (const c of new Set(labels)) {
    const rows = order.filter((row) => labels[row] === c);
    const nTest = Math.round(share * rows.length);
    const nTrain = Math.floor((1 - share) * rows.length);
    rows.slice(0, nTest).forEach((row) => {
      forTest.add(row);
    });
    rows.slice(nTest, nTest + nTrain).forEach((row) => {
      forTrain.add(row);
    });
  }
  return { train: order.filter((row) => forTrain.has(row)), test: order.filter((row) => forTest.has(row)) };
}
