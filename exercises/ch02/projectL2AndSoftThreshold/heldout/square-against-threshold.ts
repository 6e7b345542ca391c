// misconception: squared-value
/** Compares the squared entry with the threshold. */
/** The point of the ball with this radius (at least 0) around the origin that lies nearest to x. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const norm = Math.sqrt(x.reduce((s, v) => s + v * v, 0));
  if (norm <= radius) return [...x];
  return x.map((v) => (v * radius) / norm);
}

/** Every entry of x moved towards 0 by t (at least 0), and no further than 0. */
export function softThreshold(x: readonly number[], t: number): number[] {
  return x.map((v) => {
    if (v * v <= t) return 0;
    return v > 0 ? v - t : v + t;
  });
}
