/** More losses between distributions: soft labels, noisy labels, rare classes. Chapter 6. */
import { ShapeError, ValueError } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import { takeAlong } from "../tensor/along.ts";
import { where } from "../tensor/elementwise.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { checkLabels, type Labels } from "./losses.ts";
import { logSoftmax } from "./softmax.ts";

/**
 * The mean of −log of the right class's probability, from logarithms. logProbabilities: [B, K] → scalar. Throws
 * ShapeError, IndexError. Chapter 6.
 * @example
 * negativeLogLikelihood(tensor([[0.25, 0.75]]).log(), [1]); // Tensor [] 0.2877
 */
export function negativeLogLikelihood(logProbabilities: Tensor, labels: Labels): Tensor {
  checkLabels("negativeLogLikelihood", logProbabilities.shape, labels);
  return takeAlong(logProbabilities, labels, 1).mean().neg();
}

/**
 * Cross-entropy with a distribution as the target of each row: the mean of −Σ t log softmax(z). Both [..., K] → scalar.
 * Targets come from smoothLabels, from a teacher or from several annotators. Throws ShapeError. Chapter 6.
 * @example
 * softCrossEntropy(tensor([[2, 0]]), tensor([[0.9, 0.1]])); // Tensor [] 0.3269
 */
export function softCrossEntropy(logits: Tensor, targets: Tensor): Tensor {
  checkRows("softCrossEntropy", logits, targets);
  return logSoftmax(logits).mul(targets).sum(-1).mean().neg();
}

/**
 * Σ p log(p / q) along the last axis, averaged over rows; 0 log 0 = 0, infinite where q is 0 and p is not. p, q: [..., K]
 * → scalar, in nats. Throws ShapeError. Kullback & Leibler 1951; chapter 6.
 * @example
 * klDivergence(tensor([0.5, 0.5, 0]), tensor([0.25, 0.25, 0.5])); // Tensor [] 0.6931
 */
export function klDivergence(p: Tensor, q: Tensor): Tensor {
  checkRows("klDivergence", p, q);
  const possible = p.detach().greater(0);
  const ratio = where(possible, p, 1)
    .log()
    .sub(where(possible, q, 1).log()); // no log 0 where p = 0
  return p.mul(ratio).sum(-1).mean();
}

/**
 * Cross-entropy that cares less for what is already right: the mean of −(1 − p)^γ log p, p the right class's probability.
 * logits: [B, K] → scalar. Throws ShapeError, IndexError, ValueError. Lin et al. 2017; chapter 6.
 * @example
 * focalLoss(tensor([[2, 0]]), [0]); // Tensor [] 0.0018
 */
export function focalLoss(logits: Tensor, labels: Labels, { gamma = 2 }: { gamma?: number } = {}): Tensor {
  checkLabels("focalLoss", logits.shape, labels);
  if (!(gamma >= 0)) throw outOfRange("focalLoss", "gamma", gamma, "a number from 0 up: 0 is crossEntropy");
  const logP = takeAlong(logSoftmax(logits), labels, 1);
  return logP.mul(logP.exp().neg().add(1).pow(gamma)).mean().neg();
}

/**
 * The mean of (1 − p^q) / q, p the right class's probability: between cross-entropy (q → 0) and half the absolute error
 * (q = 1), for labels that may be wrong. Below the probability `least`, where the label is probably wrong, the loss stays
 * the same and sends no gradient. logits: [B, K] → scalar. Throws ShapeError, IndexError, ValueError. Zhang & Sabuncu 2018;
 * chapter 6.
 * @example
 * generalizedCrossEntropy(tensor([[0, 0]]), [0], { q: 1 }); // Tensor [] 0.5
 */
export function generalizedCrossEntropy(
  logits: Tensor,
  labels: Labels,
  { q = 0.7, least = 0 }: { q?: number; least?: number } = {},
): Tensor {
  checkLabels("generalizedCrossEntropy", logits.shape, labels);
  if (!(q > 0 && q <= 1)) throw outOfRange("generalizedCrossEntropy", "q", q, "a number above 0, at most 1");
  if (!(least >= 0 && least < 1))
    throw outOfRange("generalizedCrossEntropy", "least", least, "a probability from 0 up, below 1");
  const logP = takeAlong(logSoftmax(logits), labels, 1);
  const kept = least > 0 ? logP.maximum(Math.log(least)) : logP;
  return kept.mul(q).exp().neg().add(1).div(q).mean();
}

function checkRows(op: string, a: Tensor, b: Tensor): void {
  if (sameShape(a.shape, b.shape) && a.rank > 0) return;
  throw new ShapeError({
    op,
    rule: "each row needs a distribution of the same length",
    shapes: [a.shape, b.shape],
    expected: "equal shapes [..., K]",
    hint: "oneHot(labels, K) makes distributions of class numbers",
  });
}

function outOfRange(op: string, name: string, value: number, expected: string): ValueError {
  return new ValueError({
    op,
    rule: `${name} is out of range`,
    got: String(value),
    expected,
    hint: `leave ${name} out`,
  });
}
