// misconception: larger-wins
/** Takes the larger size of each axis. */
/** The shape of x + y for x of shape `a` and y of shape `b`. Throws an Error that names both shapes if they do not fit. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const pad = (s: readonly number[]) => [...new Array<number>(rank - s.length).fill(1), ...s];
  const p = pad(a);
  const q = pad(b);
  return p.map((size, axis) => {
    const other = q[axis];
    if (size !== other && size !== 1 && other !== 1) {
      throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    }
    return Math.max(size, other);
  });
}
