// misconception: none
import { crossEntropy, parameter, relu, sgd, type Tensor } from "termwise";

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

const equal = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;

/** Names the fault of a run from what was measured. */
export function diagnose(run: Recording): Fault {
  const { loss, used, alone, along, dead, moved } = run;
  const last = loss[loss.length - 1];
  if (!used.every((u, i) => equal(u, alone[i]))) {
    return "gradients add up";
  } else if (along.some((a) => a > 0)) {
    return "climbs";
  } else if (dead[0] === 1) {
    return "dead units";
  } else if (moved.every((m) => m === 0)) {
    return "first layer left out";
  } else if (last > loss[0]) {
    return "rate too high";
  }
  return "nothing";
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

/** The program of the run above: one step for each batch. */
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

  const step = ({ x, labels }: Batch): number => {
    optimizer.zeroGrad();
    const hidden = relu(x.matmul(W1).add(b1));
    const loss = crossEntropy(hidden.matmul(W2).add(b2), labels);
    loss.backward();
    optimizer.step();
    return loss.item();
  };

  return { losses: batches.map(step), weights: { W1, b1, W2, b2 } };
}
