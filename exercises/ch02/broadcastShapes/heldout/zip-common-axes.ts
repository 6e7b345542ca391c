// misconception: truncated-rank
/** Zips the two shapes from the end as far as both go, and forgets the rest. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = a.length - 1, j = b.length - 1; i >= 0 && j >= 0; i--, j--) {
    if (a[i] === b[j] || b[j] === 1) out.unshift(a[i]);
    else if (a[i] === 1) out.unshift(b[j]);
    else throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
  }
  return out;
}
