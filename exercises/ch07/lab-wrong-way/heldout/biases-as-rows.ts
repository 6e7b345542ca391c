// misconception: none
import { crossEntropy, oneHot, relu, softmax, type Tensor } from "termwise";

/** How a gradient that the program computed stands to the measured one. */
export interface Agreement {
  /** The length of the computed one divided by that of the measured one. */
  readonly ratio: number;
  /** The cosine of the angle between the two. */
  readonly cosine: number;
}

/** What was measured of a run. */
export interface Recording {
  /** The loss of each step's batch, before the step. */
  readonly loss: readonly number[];
  /** The gradient check at the first step. */
  readonly check: Readonly<Record<"W1" | "b1" | "W2" | "b2", Agreement>>;
  /** How many rows the first batch has. */
  readonly rows: number;
  /** The share of the entries of delta1 that are not 0 although the hidden unit was off there. */
  readonly through: number;
  /** What the probabilities of each row of the first batch add up to. */
  readonly sums: readonly number[];
}

export type Fault =
  | "nothing"
  | "averaged twice"
  | "sum over the wrong axis"
  | "activation forgotten"
  | "weights not turned"
  | "softmax down the columns";

/** A gradient is right if both its length and its direction are. */
function agrees({ ratio, cosine }: Agreement, length = 1): boolean {
  return cosine > 0.99 && Math.abs(ratio / length - 1) <= 0.01;
}

/** Names the fault of a run from what was measured. */
export function diagnose(run: Recording): Fault {
  const { check, rows, through, sums } = run;
  const all = Object.values(check);
  if (sums.some((s) => Math.abs(s - 1) > 1e-3)) return "softmax down the columns";
  if (all.every((part) => agrees(part))) return "nothing";
  if (all.every((part) => agrees(part, 1 / rows))) return "averaged twice";
  if (agrees(check.W2) && !agrees(check.b2)) return "sum over the wrong axis";
  if (through > 0) return "activation forgotten";
  return "weights not turned";
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

/** The program of the run above: one step for each batch, its gradients by hand. */
export function train(
  { W1, b1, W2, b2 }: Weights,
  batches: readonly Batch[],
  { lr }: { lr: number },
): { losses: number[]; weights: Weights } {
  const losses: number[] = [];
  for (const { x, labels } of batches) {
    const z = x.matmul(W1).add(b1);
    const h = relu(z);
    const scores = h.matmul(W2).add(b2);
    losses.push(crossEntropy(scores, labels).item());
    const p = softmax(scores);
    const delta2 = p.sub(oneHot(labels, b2.size)).div(labels.length);
    const delta1 = delta2.matmul(W2.transpose()).mul(z.greater(0));
    W1 = W1.sub(x.transpose().matmul(delta1).mul(lr));
    b1 = b1.sub(delta1.sum(0, { keep: true }).mul(lr));
    W2 = W2.sub(h.transpose().matmul(delta2).mul(lr));
    b2 = b2.sub(delta2.sum(0, { keep: true }).mul(lr));
  }
  return { losses, weights: { W1, b1, W2, b2 } };
}
