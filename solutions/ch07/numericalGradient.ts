/** `with` gives a copy in which one number is another, so nothing has to be put back. */
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  return x.map((value, i) => {
    const right = f(x.with(i, value + h));
    const left = f(x.with(i, value - h));
    return (right - left) / (2 * h);
  });
}

/** Two lists of zeros would be 0 / 0. Asking for equality, not for "not larger", lets NaN through as NaN. */
export function relativeError(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new Error(`relativeError: the lengths ${a.length} and ${b.length} differ`);
  const apart = norm(a.map((value, i) => value - b[i]));
  return apart === 0 ? 0 : apart / (norm(a) + norm(b));
}

const norm = (v: readonly number[]): number => Math.sqrt(v.reduce((sum, c) => sum + c * c, 0));
