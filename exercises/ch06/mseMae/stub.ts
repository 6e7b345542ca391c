import { NotImplemented, type Tensor } from "termwise";

/** What becomes of the losses of all entries: their mean, their sum, or all of them in the shape of y. */
export type Reduction = "mean" | "sum" | "none";

/** The squared errors of the predictions y, reduced. */
export function mse(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  throw new NotImplemented("E06.1");
}

/** The gradient of mse(y, target, reduction) with respect to y, in the shape of y. */
export function mseGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  throw new NotImplemented("E06.1");
}

/** The absolute errors of the predictions y, reduced. */
export function mae(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  throw new NotImplemented("E06.1");
}

/** The gradient of mae(y, target, reduction) with respect to y, in the shape of y; 0 where y is right. */
export function maeGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  throw new NotImplemented("E06.1");
}
