// misconception: divides-by-rows
/** The mean is taken over the first axis: one share for each house. */
import { type Tensor, tensor } from "termwise";

export type Reduction = "mean" | "sum" | "none";

function compare(a: Tensor, b: Tensor): Tensor {
  const same = a.shape.length === b.shape.length && a.shape.every((n, k) => n === b.shape[k]);
  if (!same) throw new Error(`shapes [${a.shape.join(", ")}] and [${b.shape.join(", ")}]`);
  return a.sub(b);
}

function count(t: Tensor): number {
  return t.shape[0] ?? 1;
}

export function mse(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  const r = compare(y, target);
  const squares = r.mul(r);
  switch (reduction) {
    case "none":
      return squares;
    case "sum":
      return squares.sum();
    default:
      return squares.sum().div(count(y));
  }
}

export function mseGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  const r = compare(y, target);
  return reduction === "sum" ? r.mul(2) : r.mul(2 / count(y));
}

export function mae(y: Tensor, target: Tensor, reduction: Reduction): Tensor {
  const r = compare(y, target);
  const sizes = r.abs();
  switch (reduction) {
    case "none":
      return sizes;
    case "sum":
      return sizes.sum();
    default:
      return sizes.sum().div(count(y));
  }
}

export function maeGradient(y: Tensor, target: Tensor, reduction: "mean" | "sum"): Tensor {
  const r = compare(y, target);
  const signs = tensor(
    Array.from(r.data(), (v) => (v > 0 ? 1 : v < 0 ? -1 : 0)),
    { shape: [...y.shape] },
  );
  return reduction === "sum" ? signs : signs.div(count(y));
}
