// misconception: argument-changed
/** Moves the entries of the list that it was given. */
/** The point of the ball with this radius (at least 0) around the origin that lies nearest to x. */
export function projectL2(x: readonly number[], radius: number): number[] {
  const norm = Math.hypot(...x);
  const result: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (norm > radius) result.push((x[i] / norm) * radius);
    else result.push(x[i]);
  }
  return result;
}

/** Every entry of x moved towards 0 by t (at least 0), and no further than 0. */
export function softThreshold(x: readonly number[], t: number): number[] {
  const z = x as number[];
  for (let i = 0; i < z.length; i++) {
    if (z[i] > t) {
      z[i] = z[i] - t;
    } else if (z[i] < -t) {
      z[i] = z[i] + t;
    } else {
      z[i] = 0;
    }
  }
  return z;
}
