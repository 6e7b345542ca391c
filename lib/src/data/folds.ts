/** Row numbers cut into k parts, each of which is put away once. Chapters 3 and 12. */
import { ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";

/**
 * k pairs of row numbers: each row is in `test` of exactly one pair and in `train` of all others. The sizes of the parts
 * differ by at most one. Throws ValueError unless 2 ≤ k ≤ count. Stone 1974; chapters 3 and 12.
 * @example
 * folds(5, { k: 2, rng: new Rng(1) }).map(({ train, test }) => [train.length, test.length]); // [ [ 2, 3 ], [ 3, 2 ] ]
 */
export function folds(count: number, { k, rng }: { k: number; rng: Rng }): { train: Int32Array; test: Int32Array }[] {
  if (!Number.isInteger(k) || k < 2 || k > count) throw badFolds(k, count);
  const order = rng.permutation(count);
  return Array.from({ length: k }, (_, fold) => ({
    train: order.filter((_, place) => place % k !== fold),
    test: order.filter((_, place) => place % k === fold),
  }));
}

function badFolds(k: number, count: number): ValueError {
  return new ValueError({
    op: "folds",
    rule: "each part needs at least one row, and there are at least two parts",
    got: `k = ${k} for ${count} rows`,
    expected: `a whole number from 2 to ${count}`,
    hint: "folds(train.y.length, { k: 5, rng })",
  });
}
