// misconception: larger-rate
/** The steps were too short, it thinks. */
import { crossEntropy, parameter, sgd, softmax, type Tensor } from "termwise";
import type { Fault, Recording, Rows, Weights } from "../stub.ts";

export function diagnose(run: Recording): Fault {
  const probabilities = (row: readonly number[]): boolean => {
    let total = 0;
    for (const p of row) {
      if (p < 0) return false;
      total += p;
    }
    return total > 0.999 && total < 1.001;
  };
  let fault: Fault = Math.max(...run.change) < 0.001 ? "rate too low" : "nothing";
  if (run.outputs.filter(probabilities).length === run.outputs.length) fault = "softmax twice";
  if (run.distinct < 2) fault = "equal units";
  if (run.paired !== 1) fault = "labels out of step";
  if (run.shared !== 0) fault = "leaking data";
  return fault;
}

interface Plan {
  lr: number;
  epochs: number;
}
export function fit(start: Weights, rows: Rows, unseen: Tensor, { lr, epochs }: Plan): object {
  const [W1, b1, W2, b2] = [start.W1, start.b1, start.W2, start.b2].map(parameter);
  const scores = (x: Tensor): Tensor => x.matmul(W1).add(b1).relu().matmul(W2).add(b2);
  const descent = sgd([W1, b1, W2, b2], { lr: lr * 10 });
  const losses = Array.from({ length: epochs }, () => {
    descent.zeroGrad();
    const loss = crossEntropy(softmax(scores(rows.x)), rows.labels);
    const now = loss.item();
    loss.backward();
    descent.step();
    return now;
  });
  return { losses, probabilities: softmax(scores(unseen)) };
}
