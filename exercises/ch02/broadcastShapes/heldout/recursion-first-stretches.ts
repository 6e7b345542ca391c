// misconception: one-sided
/** Recursive from the last axis; only the first operand is ever stretched. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const fail = (): never => {
    throw new Error(
      `cannot broadcast ${JSON.stringify(a).replaceAll(",", ", ")} with ${JSON.stringify(b).replaceAll(",", ", ")}`,
    );
  };
  const walk = (x: readonly number[], y: readonly number[]): number[] => {
    if (x.length === 0) return [...y];
    if (y.length === 0) return [...x];
    const m = x[x.length - 1];
    const n = y[y.length - 1];
    const size = m === n ? m : m === 1 ? n : fail();
    return [...walk(x.slice(0, -1), y.slice(0, -1)), size];
  };
  return walk(a, b);
}
