/** Class numbers as rows of zeros with a single 1. Chapter 3. */
import { IndexError } from "../core/errors.ts";
import { tensor } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * Row i is 1 in column labels[i] and 0 elsewhere: [B, classes]. Throws IndexError on a label that is no class. Chapter 3.
 * @example
 * oneHot([2, 0], 3); // Tensor [2, 3] 0 0 1 1 0 0
 */
export function oneHot(labels: ArrayLike<number>, classes: number): Tensor {
  const rows = new Float32Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i];
    if (!Number.isInteger(k) || k < 0 || k >= classes) throw noClass(k, classes);
    rows[i * classes + k] = 1;
  }
  return tensor(rows, { shape: [labels.length, classes] });
}

function noClass(k: number, classes: number): IndexError {
  return new IndexError({
    op: "oneHot",
    rule: "a label is not one of the classes",
    got: `label ${k}`,
    expected: `whole numbers from 0 to ${classes - 1}`,
    hint: "labels count from 0",
  });
}
