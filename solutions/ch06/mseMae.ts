import { shapeText, type Tensor } from "termwise";

/**
 * All four start from the same residuals, so the shapes are compared in one place. The mean over all entries puts the
 * same 1/n into the loss and into its gradient; the 2 comes from the square, and |r| has only a sign.
 */
export type Reduction = "mean" | "sum" | "none";

export function mse(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  return reduced(residuals(y, target).square(), reduction);
}

export function mseGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  const r = residuals(y, target);
  return r.mul(reduction === "mean" ? 2 / r.size : 2);
}

export function mae(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  return reduced(residuals(y, target).abs(), reduction);
}

export function maeGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  const slope = residuals(y, target).sign();
  return reduction === "mean" ? slope.div(slope.size) : slope;
}

function residuals(y: Tensor, target: Tensor): Tensor {
  const same = y.rank === target.rank && y.shape.every((size, axis) => size === target.shape[axis]);
  if (!same) throw new Error(`predictions of shape ${shapeText(y.shape)}, targets of shape ${shapeText(target.shape)}`);
  return y.sub(target);
}

function reduced(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === "mean") return losses.mean();
  return reduction === "sum" ? losses.sum() : losses;
}
