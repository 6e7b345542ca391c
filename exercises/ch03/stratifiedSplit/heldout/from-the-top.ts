// misconception: order-ignored
/** Walks through the rows 0, 1, 2 … instead of in the order given. */
export function stratifiedSplit(
  labels: readonly number[],
  _order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);

  const met = new Map<number, number>();
  const parts = { train: [] as number[], test: [] as number[] };
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    const k = met.get(label) ?? 0;
    met.set(label, k + 1);
    if (k < Math.round(share * sizes.get(label)!)) parts.test.push(row);
    else parts.train.push(row);
  }
  return parts;
}
