/** Losses by distance: Huber's for outliers, hinge for margins. Chapter 6. */
import { ShapeError, shapeText, ValueError } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * Half the squared error up to delta, and linear beyond, so that outliers pull no harder. Mean over all; both of one shape
 * → scalar. Throws ShapeError, ValueError. Huber 1964; chapter 6.
 * @example
 * huberLoss(tensor([0, 0]), tensor([1, 5]), { delta: 2 }); // Tensor [] 4.25
 */
export function huberLoss(y: Tensor, target: Tensor, { delta = 1 }: { delta?: number } = {}): Tensor {
  checkSame("huberLoss", y, target);
  if (!(delta > 0)) {
    throw new ValueError({
      op: "huberLoss",
      rule: "delta is not positive",
      got: String(delta),
      expected: "a number above 0",
      hint: "delta is the error up to which the loss is a square",
    });
  }
  const error = y.sub(target).abs();
  const square = error.minimum(delta);
  return square.mul(error.sub(square.mul(0.5))).mean(); // e²/2, or δ (e − δ/2)
}

/**
 * The mean of max(0, 1 − y s): nothing beyond the margin 1, and more the farther on the wrong side. Scores and labels
 * −1 or 1 of one shape → scalar. Throws ShapeError, ValueError. Cortes & Vapnik 1995; chapter 6.
 * @example
 * hingeLoss(tensor([2, 0.5, 1]), tensor([1, 1, -1])); // Tensor [] 0.8333
 */
export function hingeLoss(scores: Tensor, labels: Tensor): Tensor {
  checkSame("hingeLoss", scores, labels);
  const wrong = labels.data64().find((y) => y !== 1 && y !== -1);
  if (wrong !== undefined) {
    throw new ValueError({
      op: "hingeLoss",
      rule: "a label is neither 1 nor -1",
      got: String(wrong),
      expected: "1 or -1",
      hint: "labels.mul(2).sub(1) turns 0 and 1 into -1 and 1",
    });
  }
  return scores.mul(labels).neg().add(1).relu().mean();
}

function checkSame(op: string, a: Tensor, b: Tensor): void {
  if (sameShape(a.shape, b.shape)) return;
  throw new ShapeError({
    op,
    rule: "prediction and target differ in shape",
    shapes: [a.shape, b.shape],
    expected: "equal shapes: broadcasting here is nearly always a mistake",
    hint: `target.reshape(${shapeText(a.shape)})`,
  });
}
