import { NotImplemented } from "termwise";

/** The gradient of f at x by central differences with step h, one variable at a time. x stays as it is. */
export function numericalGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
  h: number = 1e-5,
): number[] {
  throw new NotImplemented("E07.1");
}

/** ‖a − b‖ / (‖a‖ + ‖b‖), between 0 and 1; 0 if both are all zeros. */
export function relativeError(a: readonly number[], b: readonly number[]): number {
  throw new NotImplemented("E07.1");
}
