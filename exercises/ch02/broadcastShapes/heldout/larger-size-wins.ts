// misconception: larger-wins
/** Takes the larger of two sizes, so that 1 against 0 gives 1. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const left = new Array<number>(rank - a.length).fill(1).concat(a);
  const right = new Array<number>(rank - b.length).fill(1).concat(b);
  const bad = left.some((m, k) => m !== right[k] && Math.min(m, right[k]) !== 1 && !(m === 1 || right[k] === 1));
  if (bad) throw new RangeError(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
  return left.map((m, k) => (m > right[k] ? m : right[k]));
}
