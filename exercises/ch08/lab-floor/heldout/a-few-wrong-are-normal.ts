// misconception: mostly-paired-is-fine
import { logSoftmax, negativeLogLikelihood, parameter, relu, sgd, softmax, type Tensor } from "termwise";

export interface Recording {
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
  readonly change: readonly number[];
  readonly outputs: readonly (readonly number[])[];
  readonly distinct: number;
  readonly shared: number;
  readonly paired: number;
}

export type Fault =
  | "nothing"
  | "softmax twice"
  | "rate too low"
  | "equal units"
  | "leaking data"
  | "labels out of step";

export interface Weights {
  readonly W1: Tensor;
  readonly b1: Tensor;
  readonly W2: Tensor;
  readonly b2: Tensor;
}
export interface Rows {
  readonly x: Tensor;
  readonly labels: readonly number[];
}

function areProbabilities(outputs: readonly (readonly number[])[]): boolean {
  for (const row of outputs) {
    let sum = 0;
    for (const p of row) {
      if (p < 0 || p > 1.001) return false;
      sum += p;
    }
    if (sum < 0.999 || sum > 1.001) return false;
  }
  return true;
}

export function diagnose(run: Recording): Fault {
  if (run.shared !== 0) return "leaking data";
  if (run.paired < 0.9) return "labels out of step"; // a few wrong labels are in all data
  if (run.distinct === 1) return "equal units";
  if (areProbabilities(run.outputs)) return "softmax twice";
  if (!run.change.some((c) => c >= 0.001)) return "rate too low";
  return "nothing";
}

export function fit(
  start: Weights,
  { x, labels }: Rows,
  unseen: Tensor,
  { lr, epochs }: { lr: number; epochs: number },
): { losses: number[]; probabilities: Tensor } {
  const W1 = parameter(start.W1);
  const b1 = parameter(start.b1);
  const W2 = parameter(start.W2);
  const b2 = parameter(start.b2);
  const logits = (x: Tensor): Tensor => relu(x.matmul(W1).add(b1)).matmul(W2).add(b2);
  const optimizer = sgd([W1, b1, W2, b2], { lr });
  const losses: number[] = [];
  while (losses.length < epochs) {
    optimizer.zeroGrad();
    const loss = negativeLogLikelihood(logSoftmax(logits(x)), labels);
    loss.backward();
    losses.push(loss.item());
    optimizer.step();
  }
  return { losses, probabilities: softmax(logits(unseen), 1) };
}
