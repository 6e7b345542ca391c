/** Class numbers as distributions that leave some doubt. Chapter 6. */
import { ValueError } from "../core/errors.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { oneHot } from "./one-hot.ts";

/**
 * 1 − by for the labelled class, and `by` shared equally among all classes: [B, classes], for softCrossEntropy. Throws
 * IndexError on a label that is no class, ValueError on another `by`. Szegedy et al. 2016; chapter 6.
 * @example
 * smoothLabels([0, 1], 2, { by: 0.2 }); // Tensor [2, 2] 0.9 0.1 0.1 0.9
 */
export function smoothLabels(labels: ArrayLike<number>, classes: number, { by = 0.1 }: { by?: number } = {}): Tensor {
  if (by >= 0 && by <= 1)
    return oneHot(labels, classes)
      .mul(1 - by)
      .add(by / classes);
  throw new ValueError({
    op: "smoothLabels",
    rule: "the share given to all classes is none",
    got: String(by),
    expected: "a number from 0 to 1",
    hint: "smoothLabels(labels, classes, { by: 0.1 })",
  });
}
