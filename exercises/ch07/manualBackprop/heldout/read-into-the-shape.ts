// misconception: weights-not-turned
import { oneHot, softmax, type Tensor } from "termwise";

/** tanh(x W1 + b1) W2 + b2. W1: [D, H]; b1: [H]; W2: [H, K]; b2: [K]. */
export interface Network {
  readonly W1: Tensor;
  readonly b1: Tensor;
  readonly W2: Tensor;
  readonly b2: Tensor;
}

export interface Slopes {
  /** With respect to the inputs of the hidden units, before tanh. [B, H] */
  readonly delta1: Tensor;
  /** With respect to the scores, before softmax. [B, K] */
  readonly delta2: Tensor;
  readonly dW1: Tensor;
  readonly db1: Tensor;
  readonly dW2: Tensor;
  readonly db2: Tensor;
}

/** The slopes of the mean cross-entropy of the batch. x: [B, D]; labels: B classes from 0. */
export function backprop({ W1, b1, W2, b2 }: Network, x: Tensor, labels: readonly number[]): Slopes {
  const [H, K] = W2.shape;
  // forward
  const h = x.matmul(W1).add(b1).tanh();
  const p = softmax(h.matmul(W2).add(b2));
  // backward
  const delta2 = p.sub(oneHot(labels, K)).div(labels.length);
  const back = delta2.matmul(W2.reshape([K, H])); // [B, K] × [K, H]
  const delta1 = back.mul(h.square().neg().add(1));
  return {
    delta1,
    delta2,
    dW1: x.transpose().matmul(delta1),
    db1: delta1.sum(0),
    dW2: h.transpose().matmul(delta2),
    db2: delta2.sum(0),
  };
}
