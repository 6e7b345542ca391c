// misconception: position-for-row
/** Looks up the label by the place in the order. */
/** Row numbers for training and for testing, each class in the same proportion. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const count: Record<number, number> = {};
  for (const label of labels) count[label] = (count[label] || 0) + 1;

  const given: Record<number, number> = {};
  const train: number[] = [];
  const test: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const row = order[i];
    const label = labels[i];
    const soFar = given[label] || 0;
    if (soFar < Math.round(share * count[label])) {
      test.push(row);
      given[label] = soFar + 1;
    } else {
      train.push(row);
    }
  }
  return { train, test };
}
