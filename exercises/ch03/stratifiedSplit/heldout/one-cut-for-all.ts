// misconception: not-stratified
/** Shuffles and cuts once, whatever the classes. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const tested = Math.round(share * labels.length);
  return { test: order.slice(0, tested), train: order.slice(tested) };
}
