// misconception: axes-exchanged
/** Fits ln n against ln error and turns the line round afterwards, so the horizontal distances are smallest. */
function line(xs: readonly number[], ys: readonly number[]): [slope: number, height: number] {
  const cx = xs.reduce((a, b) => a + b) / xs.length;
  const cy = ys.reduce((a, b) => a + b) / ys.length;
  const top = xs.reduce((s, x, i) => s + (x - cx) * (ys[i] - cy), 0);
  const bottom = xs.reduce((s, x) => s + (x - cx) ** 2, 0);
  const slope = top / bottom;
  return [slope, cy - slope * cx];
}

export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  for (const list of [n, error]) {
    if (!list.every((v) => v > 0)) throw new Error("only positive numbers have a logarithm");
  }
  const [slope, height] = line(error.map(Math.log), n.map(Math.log));
  return { a: Math.exp(-height / slope), beta: -1 / slope };
}
