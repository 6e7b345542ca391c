// misconception: no-root
/** Compares and divides by the sum of squares, as if it were the length. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const dot = x.reduce((acc, v) => acc + v * v, 0);
  return dot > radius ? x.map((v) => (v / dot) * radius) : [...x];
}

export function softThreshold(x: readonly number[], t: number): number[] {
  const shrink = (v: number): number => {
    if (Math.abs(v) <= t) return 0;
    return v > 0 ? v - t : v + t;
  };
  return Array.from(x, shrink);
}
