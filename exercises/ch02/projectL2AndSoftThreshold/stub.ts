import { NotImplemented } from "termwise";

/** The point of the ball with this radius (at least 0) around the origin that lies nearest to x. */
export function projectL2(x: readonly number[], radius: number): number[] {
  throw new NotImplemented("E02.6");
}

/** Every entry of x moved towards 0 by t (at least 0), and no further than 0. */
export function softThreshold(x: readonly number[], t: number): number[] {
  throw new NotImplemented("E02.6");
}
