// misconception: to-the-unit-sphere
/** A vector that is too long is divided by its length and left there: it gets length 1, not `radius`. */
const norm = (x: readonly number[]): number => Math.sqrt(x.reduce((sum, v) => sum + v ** 2, 0));

export function projectL2(x: readonly number[], radius: number): number[] {
  const size = norm(x);
  if (size <= radius) return x.slice();
  return x.map((v) => v / size);
}

export function softThreshold(x: readonly number[], t: number): number[] {
  return x.map((v) => {
    const rest = Math.abs(v) - t;
    return rest <= 0 ? 0 : Math.sign(v) * rest;
  });
}
