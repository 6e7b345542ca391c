// misconception: arguments-changed
/** Pads the shorter argument itself. */
/** The shape of x + y for x of shape `a` and y of shape `b`. Throws an Error that names both shapes if they do not fit. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] {
  const message = "cannot broadcast [" + a.join(", ") + "] with [" + b.join(", ") + "]";
  const s = a as number[];
  const t = b as number[];
  // flush right
  while (s.length < t.length) s.unshift(1);
  while (t.length < s.length) t.unshift(1);

  const result: number[] = [];
  for (let i = 0; i < s.length; i++) {
    if (s[i] === t[i]) result.push(s[i]);
    else if (s[i] === 1) result.push(t[i]);
    else if (t[i] === 1) result.push(s[i]);
    else throw new Error(message);
  }
  return result;
}
