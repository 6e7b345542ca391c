import { NotImplemented } from "termwise";

/** Rows and their labels, in the same order. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  /** Rows in a batch, at least 1. */
  readonly size: number;
  /** Gives the numbers 0 … n − 1 in a new order; chance comes from here only. */
  readonly shuffle: (n: number) => number[];
}

/** Deals the rows x (a list of rows) and their labels y in shuffled batches, epoch after epoch. */
export class DataLoader {
  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    throw new NotImplemented("E03.2");
  }

  /** How many batches an epoch has. */
  get length(): number {
    throw new NotImplemented("E03.2");
  }

  /** All batches of the next epoch. */
  epoch(): Batch[] {
    throw new NotImplemented("E03.2");
  }
}
