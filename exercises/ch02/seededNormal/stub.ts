import { NotImplemented } from "termwise";

/** n numbers in [0, 1), the same for the same seed (a whole number from 0 to 2³² − 1). */
export function uniforms(seed: number, n: number): number[] {
  throw new NotImplemented("E02.4");
}

/** n numbers of the standard normal distribution, the same for the same seed. */
export function seededNormal(seed: number, n: number): number[] {
  throw new NotImplemented("E02.4");
}
