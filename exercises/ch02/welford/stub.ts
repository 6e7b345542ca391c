import { NotImplemented } from "termwise";

/** What has to be remembered of a stream of numbers. Nothing seen yet: { n: 0, mean: 0, m2: 0 }. */
export interface Moments {
  /** How many numbers were seen. */
  readonly n: number;
  readonly mean: number;
  /** The sum of squared deviations from the mean. */
  readonly m2: number;
}

/** The moments after one more number. */
export function push({ n, mean, m2 }: Moments, x: number): Moments {
  throw new NotImplemented("E02.3");
}

/** The moments of two streams together. */
export function merge(a: Moments, b: Moments): Moments {
  throw new NotImplemented("E02.3");
}

/** The population variance; NaN if nothing was seen. */
export function variance({ n, m2 }: Moments): number {
  throw new NotImplemented("E02.3");
}
