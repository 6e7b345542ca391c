import { NotImplemented } from "termwise";

type Rows = readonly (readonly number[])[];

/** The mean of max(0, 1 − y·s). labels: −1 or 1. */
export function hingeBinary(scores: readonly number[], labels: readonly number[]): number {
  throw new NotImplemented("E06.5");
}

/** The gradient of hingeBinary with respect to the scores; 0 at the kink. */
export function hingeBinaryGradient(scores: readonly number[], labels: readonly number[]): number[] {
  throw new NotImplemented("E06.5");
}

/** The mean over the rows of the sum over the rivals j of max(0, 1 + s_j − s_y). rows: B rows of K; labels: class numbers. */
export function hingeMulti(rows: Rows, labels: readonly number[]): number {
  throw new NotImplemented("E06.5");
}

/** The gradient of hingeMulti with respect to the scores: B rows of K; 0 at the kink. */
export function hingeMultiGradient(rows: Rows, labels: readonly number[]): number[][] {
  throw new NotImplemented("E06.5");
}
