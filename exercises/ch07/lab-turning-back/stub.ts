import { crossEntropy, NotImplemented, parameter, relu, sgd, type Tensor } from "termwise";

/** What was measured at every step of a run. */
export interface Recording {
  /** The loss of the step's batch, before the step. */
  readonly loss: readonly number[];
  /** The share of all training rows that the network gets right, before the step. */
  readonly accuracy: readonly number[];
  /** The length of the gradient that the step used. */
  readonly used: readonly number[];
  /** The length of the gradient of the step's batch alone, from a fresh backward pass with the same weights. */
  readonly alone: readonly number[];
  /** The cosine of the angle between the change of the weights and the gradient that the step used. */
  readonly along: readonly number[];
  /** The share of hidden units that are 0 on every training row. */
  readonly dead: readonly number[];
  /** The length of the change of W1 and b1. */
  readonly moved: readonly number[];
}

export type Fault = "nothing" | "rate too high" | "gradients add up" | "climbs" | "dead units" | "first layer left out";

/** Names the fault of a run from what was measured. */
export function diagnose(run: Recording): Fault {
  throw new NotImplemented("L07.1");
}

export interface Weights {
  readonly W1: Tensor;
  readonly b1: Tensor;
  readonly W2: Tensor;
  readonly b2: Tensor;
}
export interface Batch {
  readonly x: Tensor;
  readonly labels: readonly number[];
}

/** The program of the run above: one step for each batch. Something is wrong with it. */
export function train(
  start: Weights,
  batches: readonly Batch[],
  { lr }: { lr: number },
): { losses: number[]; weights: Weights } {
  const W1 = parameter(start.W1);
  const b1 = parameter(start.b1);
  const W2 = parameter(start.W2);
  const b2 = parameter(start.b2);
  const optimizer = sgd([W1, b1, W2, b2], { lr });
  const losses: number[] = [];
  for (const { x, labels } of batches) {
    const hidden = relu(x.matmul(W1).add(b1));
    const loss = crossEntropy(hidden.matmul(W2).add(b2), labels);
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { losses, weights: { W1, b1, W2, b2 } };
}
