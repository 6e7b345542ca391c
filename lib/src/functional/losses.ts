/** Losses: how wrong an answer is, as one number. Chapter 6. */
import { described } from "../core/described.ts";
import { IndexError, ShapeError, shapeText, ValueError } from "../core/errors.ts";
import { type Shape, sameShape } from "../core/shape.ts";
import { checkTensors } from "../tensor/check.ts";
import { log1p } from "../tensor/elementwise.ts";
import { fused } from "../tensor/fused.ts";
import { Tensor } from "../tensor/tensor.ts";
import { logSoftmax } from "./softmax.ts";

/** Class numbers, one for each row. */
export type Labels = Int32Array | readonly number[];

interface Classes {
  readonly labels: Int32Array;
}

const crossEntropyOf = fused<Classes>("crossEntropy", ([logits], { labels }) => {
  const [B, K] = logits.shape;
  const right = labels.map((k, i) => i * K + k); // the place of each row's right class
  return logSoftmax(logits)
    .reshape([B * K])
    .gather(right)
    .mean()
    .neg();
});

/**
 * The mean of −log of the probability given to the right class. logits: [B, K]; labels: B class numbers → scalar.
 * @example
 * crossEntropy(tensor([[2, 0, 0], [0, 3, 0]]), [0, 1]); // Tensor [] 0.1672
 */
export function crossEntropy(logits: Tensor, labels: Labels): Tensor {
  checkTensors("crossEntropy", logits);
  checkLabels("crossEntropy", logits.shape, labels);
  return crossEntropyOf([logits], { labels: Int32Array.from(labels) });
}

/**
 * The mean squared difference. Both of one shape → scalar.
 * @example
 * meanSquaredError(tensor([1, 2]), tensor([1, 4])); // Tensor [] 2
 */
export function meanSquaredError(y: Tensor, target: Tensor): Tensor {
  checkTensors("meanSquaredError", y, target);
  checkSame("meanSquaredError", y.shape, target.shape);
  return y.sub(target).square().mean();
}

/**
 * The mean absolute difference. Both of one shape → scalar.
 * @example
 * meanAbsoluteError(tensor([1, 2]), tensor([1, 4])); // Tensor [] 1
 */
export function meanAbsoluteError(y: Tensor, target: Tensor): Tensor {
  checkTensors("meanAbsoluteError", y, target);
  checkSame("meanAbsoluteError", y.shape, target.shape);
  return y.sub(target).abs().mean();
}

/**
 * The mean of −t log σ(z) − (1 − t) log(1 − σ(z)), without overflow. Targets t from 0 to 1, of z's shape → scalar.
 * @example
 * binaryCrossEntropyWithLogits(tensor([0, 800]), tensor([1, 1])); // Tensor [] 0.3466
 */
export function binaryCrossEntropyWithLogits(z: Tensor, t: Tensor): Tensor {
  checkTensors("binaryCrossEntropyWithLogits", z, t);
  checkSame("binaryCrossEntropyWithLogits", z.shape, t.shape);
  const tail = log1p(z.abs().neg().exp()); // log(1 + e^−|z|), which cannot overflow
  return z.maximum(0).sub(z.mul(t)).add(tail).mean();
}

/** Throws unless there is one class number for each row of [B, K]. */
export function checkLabels(op: string, shape: Shape, labels: Labels): void {
  const [B, K] = shape;
  if (!Array.isArray(labels) && !ArrayBuffer.isView(labels)) throw noLabels(op, labels);
  if (shape.length !== 2 || labels.length !== B || B === 0) {
    throw new ShapeError({
      op,
      rule: `${labels.length} labels do not fit these logits`,
      shapes: [shape],
      got: `logits ${shapeText(shape)} and ${labels.length} labels`,
      expected: "logits [B, K] and B labels, B at least 1",
      hint: shape.length === 2 ? "one label for each row" : "logits.reshape([-1, K]) makes one row an example",
    });
  }
  for (let i = 0; i < B; i++) {
    if (Number.isInteger(labels[i]) && labels[i] >= 0 && labels[i] < K) continue;
    throw new IndexError({
      op,
      rule: "a label is not one of the classes",
      got: `label ${labels[i]} in row ${i}`,
      expected: `whole numbers from 0 to ${K - 1}, because the logits have ${K} columns`,
      hint: labels[i] === K ? "labels count from 0: subtract 1" : "check the last layer's size and the labels",
    });
  }
}

function noLabels(op: string, labels: unknown): ValueError {
  return new ValueError({
    op,
    rule: "labels are class numbers",
    got: labels instanceof Tensor ? `a tensor ${shapeText(labels.shape)}` : described(labels),
    expected: "a list of whole numbers, one for each row",
    hint: "Int32Array.from(labels.data()) makes a list of a tensor; softCrossEntropy takes distributions",
  });
}

function checkSame(op: string, a: Shape, b: Shape): void {
  if (sameShape(a, b)) return;
  throw new ShapeError({
    op,
    rule: "prediction and target differ in shape",
    shapes: [a, b],
    expected: "equal shapes: broadcasting here is nearly always a mistake",
    hint: `target.reshape(${shapeText(a)})`,
  });
}
