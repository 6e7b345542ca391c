// misconception: parts-swapped
/** The share of each class goes to training and what is left to the test. */
type Split = { train: number[]; test: number[] };

export function stratifiedSplit(labels: readonly number[], order: readonly number[], share: number): Split {
  const wanted = (label: number): number => Math.round(share * labels.filter((l) => l === label).length);
  const taken = new Map<number, number>();
  return order.reduce<Split>(
    (split, row) => {
      const label = labels[row];
      const already = taken.get(label) ?? 0;
      if (already < wanted(label)) {
        taken.set(label, already + 1);
        split.train.push(row);
      } else split.test.push(row);
      return split;
    },
    { train: [], test: [] },
  );
}
