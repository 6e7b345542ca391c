/** The rule that learns from mistakes only. Rosenblatt 1962; chapter 4. */
import { ValueError } from "../core/errors.ts";
import type { Labelled } from "../data/labelled.ts";
import { tensor } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";

export interface Perceptron {
  /** The weights as a column: [K, 1]. */
  readonly W: Tensor;
  /** The bias: [1]. */
  readonly b: Tensor;
  /** How many examples were wrong in each pass. */
  readonly mistakes: readonly number[];
  /** Whether the last pass was without a mistake. */
  readonly converged: boolean;
}

/**
 * Trains one unit with a threshold, heaviside(xW + b), from zeros: each wrong example, in order, is added to the weights
 * (it should have been 1) or taken away. Stops after a pass without a mistake, or after `epochs` passes. x: [B, K]; y: 0
 * or 1 for each row. Throws ValueError. Rosenblatt 1962; chapter 4.
 * @example
 * const x = tensor([[0, 0], [0, 2], [2, 0], [2, 2]]);
 * perceptronTrain({ x, y: Int32Array.of(0, 1, 1, 1) }).mistakes; // [ 2, 2, 1, 0 ]
 */
export function perceptronTrain({ x, y }: Labelled, { epochs = 1000 }: { epochs?: number } = {}): Perceptron {
  const K = check(x, y);
  const rows = x.data64();
  const w = new Float64Array(K);
  let b = 0;
  const mistakes: number[] = [];
  // #region rule
  while (mistakes.length < epochs && mistakes.at(-1) !== 0) {
    let wrong = 0;
    for (let i = 0; i < y.length; i++) {
      let z = b;
      for (let k = 0; k < K; k++) z += rows[i * K + k] * w[k];
      const error = y[i] - (z >= 0 ? 1 : 0); // 1, 0 or −1
      if (error === 0) continue;
      wrong++;
      for (let k = 0; k < K; k++) w[k] += error * rows[i * K + k];
      b += error;
    }
    mistakes.push(wrong);
  }
  // #endregion rule
  return { W: tensor(w, { shape: [K, 1] }), b: tensor([b]), mistakes, converged: mistakes.at(-1) === 0 };
}

function check(x: Tensor, y: Int32Array): number {
  const bad = (rule: string, got: string): ValueError =>
    new ValueError({
      op: "perceptronTrain",
      rule,
      got,
      expected: "x [B, K], and for each row 0 or 1",
      hint: "y.map((digit) => (digit === 1 ? 1 : 0))",
    });
  if (x.rank !== 2 || x.shape[0] !== y.length)
    throw bad("rows and labels differ in number", `x [${x.shape.join(", ")}] and ${y.length} labels`);
  const other = y.find((label) => label !== 0 && label !== 1);
  if (other !== undefined) throw bad("a label is 0 or 1", String(other));
  return x.shape[1];
}
