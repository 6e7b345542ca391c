// misconception: slope-not-squared
import { oneHot, softmax, type Tensor } from "termwise";

export interface Network {
  readonly W1: Tensor;
  readonly b1: Tensor;
  readonly W2: Tensor;
  readonly b2: Tensor;
}

export interface Slopes {
  readonly delta1: Tensor;
  readonly delta2: Tensor;
  readonly dW1: Tensor;
  readonly db1: Tensor;
  readonly dW2: Tensor;
  readonly db2: Tensor;
}

export function backprop({ W1, b1, W2, b2 }: Network, x: Tensor, labels: readonly number[]): Slopes {
  const before = x.matmul(W1).add(b1);
  const hidden = before.tanh();
  const scores = hidden.matmul(W2).add(b2);
  const delta2 = softmax(scores).sub(oneHot(labels, b2.size)).div(labels.length);
  const arriving = delta2.matmul(W2.transpose());
  const delta1 = arriving.mul(hidden.neg().add(1));
  return {
    delta1,
    delta2,
    dW1: x.transpose().matmul(delta1),
    db1: delta1.sum(0),
    dW2: hidden.transpose().matmul(delta2),
    db2: delta2.sum(0),
  };
}
