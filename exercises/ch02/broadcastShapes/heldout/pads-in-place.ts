// misconception: arguments-changed
/** Pads the shorter shape in place with unshift: right shapes, spoilt arguments. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const text = `cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`;
  const x = a as number[];
  const y = b as number[];
  while (x.length < y.length) x.unshift(1);
  while (y.length < x.length) y.unshift(1);
  return x.map((m, k) => {
    if (m === y[k] || y[k] === 1) return m;
    if (m === 1) return y[k];
    throw new Error(text);
  });
}
