// misconception: never-throws
/** Stretches whatever does not fit instead of refusing it. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const out: number[] = [];
  let step = 1;
  while (step <= a.length || step <= b.length) {
    const m = a.at(-step) ?? 1;
    const n = b.at(-step) ?? 1;
    out.push(m === 1 ? n : m);
    step += 1;
  }
  return out.reverse();
}
