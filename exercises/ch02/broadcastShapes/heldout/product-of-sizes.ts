// misconception: none
/** Repeats one tensor for every entry of the other: sizes multiply. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, k) => {
    const m = a[k - rank + a.length] ?? 1;
    const n = b[k - rank + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1) throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    return m * n;
  });
}
