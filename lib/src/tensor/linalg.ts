/** The matrix product, the operation that deep learning spends its time on. Chapters 2 and 7. */
import { ShapeError } from "../core/errors.ts";
import { broadcastShapes, type Shape, sizeOf } from "../core/shape.ts";
import { checkTensors } from "./check.ts";
import { reshape, transpose } from "./movement.ts";
import { checkTogether, record } from "./tape.ts";
import type { Tensor, Vjp } from "./tensor.ts";

const rules: readonly Vjp[] = [
  (g, _y, _a, b) => matmul(g, transpose(b)), // [M, N] [N, K] → [M, K]
  (g, _y, a) => matmul(transpose(a), g), // [K, M] [M, N] → [K, N]
];

/**
 * Matrix product. a: [..., M, K], b: [..., K, N] → [..., M, N]; leading axes broadcast. Throws ShapeError.
 * @example
 * matmul(tensor([[1, 2]]), tensor([[3], [4]])); // Tensor [1, 1] 11
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  checkTensors("matmul", a, b);
  const p = a.shape;
  const q = b.shape;
  if (p.length < 2 || q.length < 2) throw tooFlat(p, q);
  const [M, K] = p.slice(-2);
  const N = q[q.length - 1];
  if (K !== q[q.length - 2]) throw innerSizesDiffer(p, q);
  checkTogether("matmul", [a, b]);
  // Many rows times one matrix is one large product, and so is its gradient.
  if (p.length > 2 && q.length === 2)
    return reshape(matmul(reshape(a, [sizeOf(p.slice(0, -1)), K]), b), [...p.slice(0, -1), N]);
  const lead = broadcastShapes("matmul", p.slice(0, -2), q.slice(0, -2));
  return record("matmul", [a, b], a.on.matmul(a.handle, b.handle, [...lead, M, N]), rules);
}

function tooFlat(p: Shape, q: Shape): ShapeError {
  const rowTimes = p.length === 1 && q.length === 2;
  return new ShapeError({
    op: "matmul",
    rule: "both sides need at least two axes",
    shapes: [p, q],
    expected: "[..., M, K] and [..., K, N]",
    hint: rowTimes
      ? "a.reshape([1, -1]).matmul(b) treats a as a row"
      : "x.reshape([1, -1]) is a row, x.reshape([-1, 1]) a column",
  });
}

function innerSizesDiffer(p: Shape, q: Shape): ShapeError {
  const [M, K] = p.slice(-2);
  const [L, N] = q.slice(-2);
  return new ShapeError({
    op: "matmul",
    rule: `inner sizes differ (${K} vs ${L})`,
    shapes: [p, q],
    expected: "[..., M, K] and [..., K, N]",
    hint:
      K === N
        ? "did you mean a.matmul(b.transpose())?"
        : M === L
          ? "did you mean a.transpose().matmul(b)?"
          : "print both shapes: the last axis of a must be as long as the last but one of b",
  });
}
