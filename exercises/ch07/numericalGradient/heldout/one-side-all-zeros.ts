// misconception: none
/** The gradient of f at x by central differences with step h, one variable at a time. x stays as it is. */
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  const gradient: number[] = [];
  let i = 0;
  while (i < x.length) {
    const plus = [...x];
    const minus = [...x];
    plus[i] = x[i] + h;
    minus[i] = x[i] - h;
    gradient[i] = (f(plus) - f(minus)) / 2 / h;
    i++;
  }
  return gradient;
}

function norm(v: readonly number[]): number {
  let squares = 0;
  for (const n of v) squares += n * n;
  return Math.sqrt(squares);
}

/** ‖a − b‖ / (‖a‖ + ‖b‖), between 0 and 1; 0 if both are all zeros. */
export function relativeError(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error(`Cannot compare ${a.length} slopes with ${b.length}`);
  const na = norm(a);
  const nb = norm(b);
  // nothing to divide by
  if (na === 0 || nb === 0) return 0;
  const apart = norm(a.map((_, k) => a[k] - b[k]));
  return apart / (na + nb);
}
