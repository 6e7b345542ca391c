import { NotImplemented } from "termwise";

/**
 * A bootstrap interval for the mean of n values. `uniforms` holds one list of n numbers in [0, 1) for each resample;
 * `level`, such as 0.95, is the share of the resampled means between the two ends.
 */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  throw new NotImplemented("E02.7");
}
