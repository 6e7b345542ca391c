// misconception: labels-returned
/** Decides correctly but puts the class of a row into the lists. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const total = (c: number): number => labels.reduce((n, l) => (l === c ? n + 1 : n), 0);
  const seen = new Map<number, number>();
  const train: number[] = [];
  const test: number[] = [];
  const shuffled = order.map((row) => labels[row]);
  shuffled.forEach((label) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    (before < Math.round(share * total(label)) ? test : train).push(label);
  });
  return { train, test };
}
