import { crossEntropy, NotImplemented, parameter, relu, sgd, softmax, type Tensor } from "termwise";

/** What was measured of a run. Lists have one entry for each epoch. */
export interface Recording {
  /** The loss that the program reports, on the training rows. */
  readonly loss: readonly number[];
  /** The share of the validation rows that the network gets right. */
  readonly accuracy: readonly number[];
  /** The length of the change of all weights, divided by the length of the weights. */
  readonly change: readonly number[];
  /** What the model hands to the loss for the first validation rows, at the end. */
  readonly outputs: readonly (readonly number[])[];
  /** How many different hidden units there are, by their weights, at the end; 1 if all are equal. */
  readonly distinct: number;
  /** How many validation rows are training rows too. */
  readonly shared: number;
  /** The share of the training rows that stand beside their own label. */
  readonly paired: number;
}

export type Fault =
  | "nothing"
  | "softmax twice"
  | "rate too low"
  | "equal units"
  | "leaking data"
  | "labels out of step";

/** Names the fault of a run from what was measured. */
export function diagnose(run: Recording): Fault {
  throw new NotImplemented("L08.1");
}

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

/** The program of the run above: trains on all rows at once, then reads new ones. Something is wrong with it. */
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
  const model = (x: Tensor): Tensor => softmax(relu(x.matmul(W1).add(b1)).matmul(W2).add(b2));
  const optimizer = sgd([W1, b1, W2, b2], { lr });
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const loss = crossEntropy(model(x), labels);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push(loss.item());
  }
  return { losses, probabilities: model(unseen) };
}
