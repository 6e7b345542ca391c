import { NotImplemented } from "termwise";

type Rows = readonly (readonly number[])[];
/** Scores are b + xW. W: D rows of K; b: K numbers. */
export interface Model {
  readonly W: number[][];
  readonly b: number[];
}

/** Grey values from 0 to 16 as values from 0 to 1. */
export function prepare(pixels: Rows): number[][] {
  throw new NotImplemented("E08.7");
}

/** The mean cross-entropy of prepared rows, and its gradient in the shapes of W and b. */
export function lossAndGradient(
  { W, b }: Model,
  X: Rows,
  y: readonly number[],
): { loss: number; dW: number[][]; db: number[] } {
  throw new NotImplemented("E08.7");
}

/** The model after one epoch for each order of the rows, in batches, from weights of 0. */
export function train(
  pixels: Rows,
  y: readonly number[],
  {
    classes,
    lr,
    batchSize,
    orders,
  }: { classes: number; lr: number; batchSize: number; orders: readonly (readonly number[])[] },
): Model {
  throw new NotImplemented("E08.7");
}

/** The class with the highest score for every row of pixels. */
export function predict({ W, b }: Model, pixels: Rows): number[] {
  throw new NotImplemented("E08.7");
}
