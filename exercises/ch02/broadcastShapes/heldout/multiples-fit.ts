// misconception: multiples-fit
/** Lets a size stretch to any multiple of itself, as if tensors were tiled. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const size = (s: readonly number[], k: number): number => s[s.length - rank + k] ?? 1;
  const out = new Array<number>(rank);
  for (let k = 0; k < rank; k++) {
    const m = size(a, k);
    const n = size(b, k);
    if (m === 1) out[k] = n;
    else if (n === 1 || m === n) out[k] = m;
    else if (Math.max(m, n) % Math.min(m, n) === 0) out[k] = Math.max(m, n);
    else throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);
  }
  return out;
}
