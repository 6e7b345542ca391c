import { oneHot, softmax, type Tensor } from "termwise";
import type { Network, Slopes } from "../../exercises/ch07/manualBackprop/stub.ts";

/**
 * The delta of a layer is that of the next one, sent back through the weights between them and through the activation.
 * The mean over the batch enters once, in delta2; from there on rows only add up.
 */
export function backprop({ W1, b1, W2, b2 }: Network, x: Tensor, labels: readonly number[]): Slopes {
  const h = x.matmul(W1).add(b1).tanh(); // [B, H]
  const p = softmax(h.matmul(W2).add(b2)); // [B, K]
  const delta2 = p.sub(oneHot(labels, b2.size)).div(labels.length);
  const back = delta2.matmul(W2.transpose()); // [B, H]
  const delta1 = back.mul(h.square().neg().add(1));
  const dW2 = h.transpose().matmul(delta2); // [H, K]
  const dW1 = x.transpose().matmul(delta1); // [D, H]
  return { delta1, delta2, dW1, db1: delta1.sum(0), dW2, db2: delta2.sum(0) };
}
