import { crossEntropy, oneHot, relu, softmax } from "termwise";
import type { Agreement, Batch, Fault, Recording, Weights } from "../../exercises/ch07/lab-wrong-way/stub.ts";

const right = ({ ratio, cosine }: Agreement): boolean => Math.abs(ratio - 1) < 0.01 && cosine > 0.99;

/** A check that fails says where to look: begin at the loss and go back to the first part that is wrong. */
export function diagnose({ check, through, sums }: Recording): Fault {
  const { W1, b1, W2, b2 } = check;
  if (sums.some((sum) => Math.abs(sum - 1) > 0.01)) return "softmax down the columns";
  if (!right(W2)) return "averaged twice";
  if (!right(b2)) return "sum over the wrong axis";
  if (right(W1) && right(b1)) return "nothing";
  return through > 0 ? "activation forgotten" : "weights not turned";
}

/** A bias serves every row, so it gets the sum over the rows: axis 0, not axis 1. */
export function train(
  { W1, b1, W2, b2 }: Weights,
  batches: readonly Batch[],
  { lr }: { lr: number },
): { losses: number[]; weights: Weights } {
  const losses: number[] = [];
  for (const { x, labels } of batches) {
    const z = x.matmul(W1).add(b1);
    const h = relu(z);
    const scores = h.matmul(W2).add(b2);
    losses.push(crossEntropy(scores, labels).item());
    const p = softmax(scores);
    const delta2 = p.sub(oneHot(labels, b2.size)).div(labels.length);
    const delta1 = delta2.matmul(W2.transpose()).mul(z.greater(0));
    W1 = W1.sub(x.transpose().matmul(delta1).mul(lr));
    b1 = b1.sub(delta1.sum(0).mul(lr));
    W2 = W2.sub(h.transpose().matmul(delta2).mul(lr));
    b2 = b2.sub(delta2.sum(0).mul(lr));
  }
  return { losses, weights: { W1, b1, W2, b2 } };
}
