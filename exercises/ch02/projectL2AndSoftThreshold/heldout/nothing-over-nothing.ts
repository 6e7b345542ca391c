// misconception: none
/** Divides 0 by 0 for the vector of zeros and radius 0. */
const norm = (x: readonly number[]): number => Math.sqrt(x.map((v) => v ** 2).reduce((s, v) => s + v, 0));

/** The point of the ball with this radius (at least 0) around the origin that lies nearest to x. */
export const projectL2 = (x: readonly number[], radius: number): number[] => {
  const factor = Math.min(1, radius / norm(x)); // never longer than before
  return x.map((v) => factor * v);
};

/** Every entry of x moved towards 0 by t (at least 0), and no further than 0. */
export const softThreshold = (x: readonly number[], t: number): number[] =>
  x.map((v) => Math.max(v - t, 0) - Math.max(-v - t, 0));
