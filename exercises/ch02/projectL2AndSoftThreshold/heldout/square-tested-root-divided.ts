// misconception: no-root
/** Compares the sum of the squares with the radius, and divides by its root. */
/** The point of the ball with this radius (at least 0) around the origin that lies nearest to x. */
export function projectL2(x: readonly number[], radius: number): number[] {
  let squares = 0;
  for (const v of x) squares += v * v;
  if (squares <= radius) {
    return x.slice(); // short enough
  }
  const scale = radius / Math.sqrt(squares);
  return x.map((v) => v * scale);
}

/** Every entry of x moved towards 0 by t (at least 0), and no further than 0. */
export function softThreshold(x: readonly number[], t: number): number[] {
  const z: number[] = [];
  for (const v of x) {
    if (v > t) z.push(v - t);
    else if (v < -t) z.push(v + t);
    else z.push(0);
  }
  return z;
}
