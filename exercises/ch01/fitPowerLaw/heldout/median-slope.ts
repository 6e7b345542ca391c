// misconception: none
/** Robust instead of least squares: the median slope of all pairs, then the median height. */
function median(list: number[]): number {
  const s = [...list].sort((a, b) => a - b);
  const h = s.length >> 1;
  return s.length % 2 ? s[h] : (s[h - 1] + s[h]) / 2;
}

export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  if ([n, error].flat().some((v) => !(v > 0))) throw new Error("numbers must be positive");
  const x = n.map((v) => Math.log(v));
  const y = error.map((v) => Math.log(v));
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      if (x[i] !== x[j]) slopes.push((y[j] - y[i]) / (x[j] - x[i]));
    }
  }
  const beta = -median(slopes);
  return { a: Math.exp(median(x.map((v, i) => y[i] + beta * v))), beta };
}
