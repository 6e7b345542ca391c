// misconception: left-aligned
/** Written with a loop over the longer shape, missing sizes read as 1 from the right end. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const padded = [...short, ...new Array<number>(long.length - short.length).fill(1)];
  return long.map((size, axis) => {
    const other = padded[axis];
    if (size !== other && size !== 1 && other !== 1)
      throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    return size === 1 ? other : size;
  });
}
