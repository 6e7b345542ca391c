import { NotImplemented } from "termwise";

/**
 * Row numbers for training and for testing, each class in the same proportion. `labels` holds the class of every row,
 * `order` all row numbers in a shuffled order, `share` the part of each class that is tested, from 0 to 1.
 */
export function stratifiedSplit(
  labels: readonly number[],
  order: readonly number[],
  share: number,
): { train: number[]; test: number[] } {
  throw new NotImplemented("E03.1");
}
