/**
 * Both functions move x to the nearest point of something: the ball in the first, and in the second a compromise
 * between staying at x and having few entries. Only a point outside has to move, and each entry keeps its sign.
 */
export function projectL2(x: readonly number[], radius: number): number[] {
  const norm = Math.sqrt(x.reduce((sum, v) => sum + v * v, 0));
  return norm <= radius ? [...x] : x.map((v) => (v * radius) / norm);
}

export function softThreshold(x: readonly number[], t: number): number[] {
  return x.map((v) => (v > t ? v - t : v < -t ? v + t : 0));
}
