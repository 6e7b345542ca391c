// misconception: multiples-fit
/** Lets a size stretch to any multiple of itself. */
function fit(p: number, q: number): number | undefined {
  if (p === q || q === 1) return p;
  if (p === 1) return q;
  if (p === 0 || q === 0) return undefined;
  const [small, large] = p < q ? [p, q] : [q, p];
  return large % small === 0 ? large : undefined; // repeat the small one until it fills the large one
}

/** The shape of x + y for x of shape `a` and y of shape `b`. Throws an Error that names both shapes if they do not fit. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const out: number[] = [];
  for (let fromRight = 1; fromRight <= Math.max(a.length, b.length); fromRight++) {
    const size = fit(a.at(-fromRight) ?? 1, b.at(-fromRight) ?? 1);
    if (size === undefined) throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
    out.unshift(size);
  }
  return out;
}
