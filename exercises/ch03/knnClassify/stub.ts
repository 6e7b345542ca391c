import { NotImplemented } from "termwise";

/** The class that most of the k rows nearest to `query` have. rows: [N][C]; labels: N classes; query: [C]. */
export function knnClassify(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  query: readonly number[],
  k: number,
): number {
  throw new NotImplemented("E03.4");
}

/** The accuracy, from 0 to 1, when each row is classified by all the others. */
export function leaveOneOut(rows: readonly (readonly number[])[], labels: readonly number[], k: number): number {
  throw new NotImplemented("E03.4");
}
