// misconception: none
/** Reads a missing axis with `|| 1`, which turns a size of 0 into 1 as well. */
/** The shape of x + y for x of shape `a` and y of shape `b`. Throws an Error that names both shapes if they do not fit. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let i = 0; i < rank; i++) {
    const p = a[a.length - 1 - i] || 1;
    const q = b[b.length - 1 - i] || 1;
    if (p !== q && p !== 1 && q !== 1) {
      throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    }
    shape[rank - 1 - i] = p === 1 ? q : p;
  }
  return shape;
}
