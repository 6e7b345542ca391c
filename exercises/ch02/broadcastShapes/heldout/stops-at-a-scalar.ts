// misconception: none
/** Treats an empty shape as a mistake of the caller. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  if (a.length === 0 || b.length === 0) throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
  const out: number[] = [];
  for (let back = 1; back <= Math.max(a.length, b.length); back++) {
    const sizes = new Set([a.at(-back) ?? 1, b.at(-back) ?? 1]);
    sizes.delete(1);
    if (sizes.size > 1) throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    out.unshift(sizes.size === 1 ? [...sizes][0] : 1);
  }
  return out;
}
