/** Matrix product and bias in one: what a linear layer computes. Chapter 4. */
import { ShapeError } from "../core/errors.ts";
import { checkTensors } from "../tensor/check.ts";
import { fused } from "../tensor/fused.ts";
import type { Tensor } from "../tensor/tensor.ts";

const affineOf = fused<null>("affine", ([x, W, b]) => x.matmul(W).add(b));

/**
 * xW + b. x: [..., K], W: [K, N], b: [N] → [..., N]
 * @example
 * affine(tensor([[1, 2]]), tensor([[3], [4]]), tensor([10])); // Tensor [1, 1] 21
 */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  checkTensors("affine", x, W, b);
  const [K, N] = W.shape;
  if (W.rank === 2 && x.rank >= 2 && x.shape[x.rank - 1] === K && b.rank === 1 && b.shape[0] === N)
    return affineOf([x, W, b], null);
  throw new ShapeError({
    op: "affine",
    rule: W.rank === 2 && x.rank >= 2 ? `the sizes do not fit together` : "the ranks do not fit",
    shapes: [x.shape, W.shape, b.shape],
    expected: "x [..., K], W [K, N], b [N]",
    hint:
      x.rank === 1
        ? "x.reshape([1, -1]) makes one example a batch"
        : "the last axis of x must be as long as the first of W",
  });
}
