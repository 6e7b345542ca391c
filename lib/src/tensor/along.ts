/** Entries along an axis by their positions: one choice for all rows, or each row its own. Chapters 2 and 6. */
import { IndexError, ShapeError, shapeText } from "../core/errors.ts";
import { normalAxis, sizeOf } from "../core/shape.ts";
import { moveAxis } from "./axes.ts";
import { reshape } from "./movement.ts";
import { gather } from "./rows.ts";
import { expand } from "./sum.ts";
import type { Tensor } from "./tensor.ts";

/**
 * The entries of an axis at these positions, in this order; gather along any axis. Throws IndexError.
 * @example
 * take(tensor([[1, 2, 3], [4, 5, 6]]), [2, 0], 1); // Tensor [2, 2] 3 1 6 4
 */
export function take(x: Tensor, positions: ArrayLike<number>, axis = 0): Tensor {
  const k = normalAxis("take", x.shape, axis);
  checkPositions("take", positions, x.shape[k]);
  return moveAxis(gather(moveAxis(x, k, 0), positions), 0, k);
}

/**
 * Each row's own entries along an axis: positions, row-major, in x's shape but for that axis. What argmax, sort and topk
 * give goes in here. x: [B, K], B positions, axis 1 → [B, 1]. Throws IndexError, ShapeError.
 * @example
 * takeAlong(tensor([[1, 2], [3, 4]]), [1, 0], 1); // Tensor [2, 1] 2 3
 */
export function takeAlong(x: Tensor, positions: ArrayLike<number>, axis = -1): Tensor {
  const k = normalAxis("takeAlong", x.shape, axis);
  const n = x.shape[k];
  const rows = sizeOf(x.shape.filter((_, i) => i !== k));
  const count = rows === 0 ? 0 : positions.length / rows;
  if (!Number.isInteger(count) || (rows === 0 && positions.length > 0)) throw unevenPositions(x, positions.length, k);
  checkPositions("takeAlong", positions, n);
  return entriesAlong(x, positions, k, count);
}

/** takeAlong without checks; `count` positions for each row, which their number does not tell where there are no rows. */
export function entriesAlong(x: Tensor, positions: ArrayLike<number>, axis: number, count: number): Tensor {
  const n = x.shape[axis];
  const inner = sizeOf(x.shape.slice(axis + 1)); // numbers between neighbours along the axis
  const places = Int32Array.from(positions, (position, i) => {
    const outer = Math.floor(i / (count * inner));
    return (outer * n + position) * inner + (i % inner);
  });
  const shape = x.shape.map((size, i) => (i === axis ? count : size));
  return reshape(gather(reshape(x, [x.size]), places), shape);
}

/**
 * The entries of some axes (all, unless told otherwise) in reverse order.
 * @example
 * flip(tensor([[1, 2], [3, 4]]), 1); // Tensor [2, 2] 2 1 4 3
 */
export function flip(x: Tensor, axes: number | readonly number[] = x.shape.map((_, i) => i)): Tensor {
  const list = typeof axes === "number" ? [axes] : axes;
  return list.reduce((y: Tensor, axis) => {
    const n = y.shape[normalAxis("flip", y.shape, axis)];
    return take(
      y,
      Int32Array.from({ length: n }, (_, i) => n - 1 - i),
      axis,
    );
  }, x);
}

/**
 * x laid out like tiles, counts[i] times along axis i. Throws ShapeError unless there is one count for each axis.
 * @example
 * tile(tensor([[1, 2]]), [2, 2]); // Tensor [2, 4] 1 2 1 2 1 2 1 2
 */
export function tile(x: Tensor, counts: readonly number[]): Tensor {
  if (counts.length !== x.rank || !counts.every((n) => Number.isInteger(n) && n >= 0)) {
    throw new ShapeError({
      op: "tile",
      rule: "the counts do not fit the axes",
      shapes: [x.shape],
      got: `counts ${shapeText(counts)} for shape ${shapeText(x.shape)}`,
      expected: `${x.rank} whole numbers from 0 up`,
      hint: `tile(x, ${shapeText(x.shape.map(() => 2))})`,
    });
  }
  const apart = x.shape.flatMap((n) => [1, n]);
  const stretched = x.shape.flatMap((n, i) => [counts[i], n]);
  return reshape(
    expand(reshape(x, apart), stretched),
    x.shape.map((n, i) => n * counts[i]),
  );
}

function checkPositions(op: string, positions: ArrayLike<number>, n: number): void {
  for (let i = 0; i < positions.length; i++) {
    if (Number.isInteger(positions[i]) && positions[i] >= 0 && positions[i] < n) continue;
    throw new IndexError({
      op,
      rule: "a position lies outside the axis",
      got: `position ${positions[i]} on an axis of size ${n}`,
      expected: n === 0 ? "no position: the axis is empty" : `whole numbers from 0 to ${n - 1}`,
      hint: "positions count from 0",
    });
  }
}

function unevenPositions(x: Tensor, count: number, axis: number): ShapeError {
  return new ShapeError({
    op: "takeAlong",
    rule: "the positions do not divide among the rows",
    shapes: [x.shape],
    got: `${count} positions for shape ${shapeText(x.shape)} along axis ${axis}`,
    expected: "equally many for each row",
    hint: "take(x, positions, axis) uses the same positions for all rows",
  });
}
