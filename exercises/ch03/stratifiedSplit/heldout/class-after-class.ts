// misconception: sorted-by-class
/** Groups the rows, cuts each group and joins the pieces: one class after the other. */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  const groups: Map<number, number[]> = new Map();
  for (const row of order) {
    const group = groups.get(labels[row]);
    if (group) group.push(row);
    else groups.set(labels[row], [row]);
  }
  const pieces = [...groups.values()].map((rows) => {
    const cut = Math.round(share * rows.length);
    return { head: rows.slice(0, cut), tail: rows.slice(cut) };
  });
  return { train: pieces.flatMap((p) => p.tail), test: pieces.flatMap((p) => p.head) };
}
