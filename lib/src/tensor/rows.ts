/** Rows by number: gather and its adjoint scatterAdd; embeddings and batches are made of them. Chapters 3 and 19. */
import { IndexError, ShapeError } from "../core/errors.ts";
import { normalAxis } from "../core/shape.ts";
import { reshape, slice } from "./movement.ts";
import { record } from "./tape.ts";
import type { Tensor } from "./tensor.ts";

/**
 * The rows with these numbers, in this order. x: [N, ...] → [rows.length, ...]. Throws IndexError.
 * @example
 * gather(tensor([[1, 2], [3, 4]]), [1, 1]); // Tensor [2, 2] 3 4 3 4
 */
export function gather(x: Tensor, rows: ArrayLike<number>): Tensor {
  if (x.rank === 0) throw noRows("gather");
  const list = rowNumbers("gather", rows, x.shape[0]);
  return record("gather", [x], x.on.gather(x.handle, list), [(g, _y, x) => scatterAdd(g, list, x.shape[0])]);
}

/**
 * Adds row i of g to row rows[i] of `count` rows of zeros. g: [rows.length, ...] → [count, ...]. Throws IndexError.
 * @example
 * scatterAdd(tensor([[1, 2], [3, 4]]), [1, 1], 3); // Tensor [3, 2] 0 0 4 6 0 0
 */
export function scatterAdd(g: Tensor, rows: ArrayLike<number>, count: number): Tensor {
  const list = rowNumbers("scatterAdd", rows, count);
  if (g.rank === 0) throw noRows("scatterAdd");
  if (g.shape[0] !== list.length) {
    throw new ShapeError({
      op: "scatterAdd",
      rule: `there are ${list.length} row numbers for ${g.shape[0]} rows`,
      shapes: [g.shape],
      expected: "one number for each row",
      hint: "row i of g goes to row rows[i]",
    });
  }
  return record("scatterAdd", [g], g.on.scatterAdd(g.handle, list, count), [(h) => gather(h, list)]);
}

/**
 * Entry i along axis 0, without that axis; further numbers pick along the next axes. x.at(2, 0) is row 2, column 0.
 * @example
 * at(tensor([[1, 2], [3, 4]]), 1, 0); // Tensor [] 3
 */
export function at(x: Tensor, ...positions: readonly number[]): Tensor {
  let y = x;
  for (const i of positions) {
    const n = y.shape[normalAxis("at", y.shape, 0)];
    const k = i < 0 ? i + n : i;
    if (!Number.isInteger(k) || k < 0 || k >= n) throw outside("at", i, n);
    y = reshape(slice(y, k, k + 1), y.shape.slice(1));
  }
  return y;
}

function rowNumbers(op: string, rows: ArrayLike<number>, count: number): Int32Array {
  for (let i = 0; i < rows.length; i++) {
    if (!Number.isInteger(rows[i]) || rows[i] < 0 || rows[i] >= count) throw outside(op, rows[i], count);
  }
  return Int32Array.from(rows); // a private copy: the gradient rule reads it later
}

function outside(op: string, i: number, count: number): IndexError {
  return new IndexError({
    op,
    rule: `there is no row ${i}`,
    got: `row ${i} of ${count}`,
    expected: count === 0 ? "no row: there are none" : `a whole number from 0 to ${count - 1}`,
    hint: "rows are counted from 0",
  });
}

function noRows(op: string): ShapeError {
  return new ShapeError({
    op,
    rule: "a single number has no rows",
    shapes: [[]],
    expected: "at least one axis",
    hint: "x.reshape([1]) has one row",
  });
}
