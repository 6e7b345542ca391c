// misconception: sorted-by-class
/** Splits class by class and joins the parts. */
/** Row numbers for training and for testing, each class in the same proportion. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const byClass = new Map<number, number[]>();
  for (const row of order) {
    if (!byClass.has(labels[row])) byClass.set(labels[row], []);
    byClass.get(labels[row])!.push(row);
  }
  const parts = [...byClass.values()].map((rows) => {
    const n = Math.round(share * rows.length);
    return { test: rows.slice(0, n), train: rows.slice(n) };
  });
  return { train: parts.flatMap((p) => p.train), test: parts.flatMap((p) => p.test) };
}
