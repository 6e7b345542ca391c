// misconception: reversed
/** Collects the sizes from the last axis to the first and returns them in that order. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const p = [...a].reverse();
  const q = [...b].reverse();
  return Array.from({ length: Math.max(p.length, q.length) }, (_, k) => {
    const m = p[k] ?? 1;
    const n = q[k] ?? 1;
    if (m !== n && m !== 1 && n !== 1) throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    return m === 1 ? n : m;
  });
}
