// misconception: rate-by-the-last-epoch
import { crossEntropy, parameter, relu, sgd, softmax, type Tensor } from "termwise";

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

export function diagnose(run: Recording): Fault {
  const looksLikeProbabilities = run.outputs.every((row) => {
    const sum = row.reduce((s, p) => s + p, 0);
    return Math.min(...row) >= 0 && Math.abs(sum - 1) < 0.001;
  });
  const lastChange = run.change[run.change.length - 1];
  const facts: [boolean, Fault][] = [
    [run.shared > 0, "leaking data"],
    [run.paired < 1, "labels out of step"],
    [run.distinct === 1, "equal units"],
    [looksLikeProbabilities, "softmax twice"],
    [lastChange < 0.001, "rate too low"],
  ];
  return facts.find(([found]) => found)?.[1] ?? "nothing";
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
  const model = (x: Tensor): Tensor => relu(x.matmul(W1).add(b1)).matmul(W2).add(b2);
  const optimizer = sgd([W1, b1, W2, b2], { lr });
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const loss = crossEntropy(model(x), labels);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { losses, probabilities: softmax(model(unseen)) };
}
