// misconception: none
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

function forward({ W1, b1, W2 }: Network, x: Tensor) {
  const z = x.matmul(W1).add(b1);
  const h = z.tanh();
  const s = h.matmul(W2);
  return { h, p: softmax(s, 1) };
}

/** The gradients of one layer from what went in and the delta that came back. */
function layer(input: Tensor, delta: Tensor): [Tensor, Tensor] {
  return [input.transpose().matmul(delta), delta.sum(0)];
}

/** The slopes of the mean cross-entropy of the batch. x: [B, D]; labels: B classes from 0. */
export function backprop(network: Network, x: Tensor, labels: readonly number[]): Slopes {
  const { h, p } = forward(network, x);
  const y = oneHot(labels, network.b2.size);
  const delta2 = p.sub(y).div(x.shape[0]);
  const [dW2, db2] = layer(h, delta2);
  const through = delta2.matmul(network.W2.transpose());
  const delta1 = through.sub(through.mul(h).mul(h));
  const [dW1, db1] = layer(x, delta1);
  return { delta1, delta2, dW1, db1, dW2, db2 };
}
