/** Columns brought to a common scale, by what the training rows say about them. Chapter 3. */
import { ShapeError } from "../core/errors.ts";
import { max, mean, min, std } from "../tensor/reduce.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** What was measured, and how it is used: apply(x) is (x − centre) / spread, and undo goes back. */
export interface Scaler {
  /** What is subtracted from each column: [C]. */
  readonly centre: Tensor;
  /** What each column is divided by: [C]; 1 for a column that has the same value in all rows. */
  readonly spread: Tensor;
  apply(x: Tensor): Tensor;
  undo(z: Tensor): Tensor;
}

/**
 * Measures the columns of x, [N, C]: their means and standard deviations, or with { to: "range" } their smallest values
 * and ranges. Nothing is measured later: apply uses the same numbers for every row. Throws ShapeError. Chapter 3.
 * @example
 * const scaler = fitScaler(tensor([[1, 5], [3, 5]]));
 * scaler.apply(tensor([[5, 6]])); // Tensor [1, 2] 3 1
 */
export function fitScaler(x: Tensor, { to = "standard" }: { to?: "standard" | "range" } = {}): Scaler {
  if (x.rank !== 2 || x.shape[0] === 0) throw noTable(x);
  const [centre, spread] = noGrad(() => {
    const low = min(x, 0);
    const range = max(x, 0).sub(low);
    const [middle, width] = to === "range" ? [low, range] : [mean(x, 0), std(x, 0)];
    const same = range.equal(0); // rounding can leave equal numbers a mean beside them and a spread of 1e-7
    const varied = same.neg().add(1);
    return [middle.mul(varied).add(low.mul(same)), width.mul(varied).add(same)];
  });
  return {
    centre,
    spread,
    apply: (rows) => rows.sub(centre).div(spread),
    undo: (z) => z.mul(spread).add(centre),
  };
}

function noTable(x: Tensor): ShapeError {
  return new ShapeError({
    op: "fitScaler",
    rule: "it measures the columns of a table with at least one row",
    shapes: [x.shape],
    expected: "[N, C]: a row for each example",
    hint: "fitScaler(train.x), with train.x.reshape([N, -1]) for pictures",
  });
}
