/** How good answers about classes are. Chapter 3, and chapter 12. */
import { IndexError, ShapeError } from "../core/errors.ts";
import { argmax } from "../tensor/reduce.ts";
import { Tensor } from "../tensor/tensor.ts";

/** Class numbers, one for each example. */
export type ClassNumbers = ArrayLike<number>;

/**
 * The share of right answers, from 0 to 1. Takes logits [B, K], whose largest entry answers, or class numbers.
 * @example
 * accuracy(tensor([[1, 2], [3, 0]]), [1, 1]); // 0.5
 */
export function accuracy(answers: Tensor | ClassNumbers, y: ClassNumbers): number {
  const predicted = answers instanceof Tensor ? argmax(answers) : answers;
  checkCounts("accuracy", predicted, y);
  let right = 0;
  for (let i = 0; i < y.length; i++) if (predicted[i] === y[i]) right++;
  return right / y.length;
}

/**
 * Counts by class: entry [i][j] is how many examples of class i were answered j. Throws IndexError on other classes.
 * @example
 * confusionMatrix([0, 1, 1], [0, 0, 1], { classes: 2 }); // [ [ 1, 1 ], [ 0, 1 ] ]
 */
export function confusionMatrix(
  predicted: ClassNumbers,
  y: ClassNumbers,
  { classes }: { classes: number },
): number[][] {
  checkCounts("confusionMatrix", predicted, y);
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < y.length; i++) {
    checkClass(y[i], classes);
    checkClass(predicted[i], classes);
    counts[y[i]][predicted[i]]++;
  }
  return counts;
}

function checkCounts(op: string, predicted: ClassNumbers, y: ClassNumbers): void {
  if (predicted.length === y.length && y.length > 0) return;
  throw new ShapeError({
    op,
    rule: "answers and labels differ in number, or there are none",
    shapes: [[predicted.length], [y.length]],
    expected: "one answer for each label, at least one",
    hint: "evaluate on the same rows that the labels belong to",
  });
}

function checkClass(k: number, classes: number): void {
  if (Number.isInteger(k) && k >= 0 && k < classes) return;
  throw new IndexError({
    op: "confusionMatrix",
    rule: `there is no class ${k}`,
    got: String(k),
    expected: `a whole number from 0 to ${classes - 1}`,
    hint: "classes is the number of classes, labels count from 0",
  });
}
