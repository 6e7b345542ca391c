// misconception: root-taken
/** The mean squared error in dollars again. */
import { type Tensor, tensor } from "termwise";

export type Reduction = "mean" | "sum" | "none";

const written = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

function residuals(y: Tensor, target: Tensor): number[] {
  if (written(y.shape) !== written(target.shape))
    throw new Error(`predictions ${written(y.shape)} beside truth ${written(target.shape)}`);
  const truth = target.data();
  return Array.from(y.data(), (v, i) => v - truth[i]);
}

function reduce(losses: number[], y: Tensor, how: Reduction): Tensor {
  if (how === "none") return tensor(losses, { shape: [...y.shape] });
  let total = 0;
  for (const loss of losses) total += loss;
  return tensor([how === "mean" ? total / losses.length : total], { shape: [] });
}

function slopes(r: number[], y: Tensor, how: "mean" | "sum", slope: (r: number) => number): Tensor {
  const share = how === "mean" ? 1 / r.length : 1;
  return tensor(
    r.map((v) => slope(v) * share),
    { shape: [...y.shape] },
  );
}

export function mse(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  const losses = residuals(y, target).map((r) => r ** 2);
  if (reduction === "mean")
    return tensor([Math.hypot(...residuals(y, target)) / Math.sqrt(losses.length)], { shape: [] });
  return reduce(losses, y, reduction);
}

export function mseGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  return slopes(residuals(y, target), y, reduction, (r) => 2 * r);
}

export function mae(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  return reduce(
    residuals(y, target).map((r) => Math.abs(r)),
    y,
    reduction,
  );
}

export function maeGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  return slopes(residuals(y, target), y, reduction, (r) => Math.sign(r));
}
