// misconception: none
/** The sum and the mean come as a tensor of shape [1], not []. */
import { type Tensor, tensor } from "termwise";

export type Reduction = "mean" | "sum" | "none";

function check(a: Tensor, b: Tensor): void {
  const left = `[${a.shape.join(", ")}]`;
  const right = `[${b.shape.join(", ")}]`;
  if (left !== right) throw new Error(`predictions ${left} and truth ${right} must have one shape`);
}

function collect(each: Tensor, reduction: Reduction): Tensor {
  if (reduction === "none") return each;
  const numbers = each.data64();
  const total = numbers.reduce((a, b) => a + b, 0);
  if (reduction === "sum") return tensor([total]);
  return tensor([total / numbers.length]);
}

export function mse(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  check(y, target);
  return collect(y.sub(target).pow(2), reduction);
}

export function mseGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  check(y, target);
  const factor = reduction === "mean" ? 2 / y.size : 2;
  return y.sub(target).mul(factor);
}

export function mae(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  check(y, target);
  return collect(y.sub(target).abs(), reduction);
}

export function maeGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  check(y, target);
  const factor = reduction === "mean" ? 1 / y.size : 1;
  const above = y.greater(target);
  const below = y.less(target);
  return above.sub(below).mul(factor);
}
