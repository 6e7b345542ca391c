/** Mini-batches: the examples in groups, in a new order for each pass. Chapter 3. */
import { ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Answers, countExamples, type Labelled, select } from "./labelled.ts";

export interface BatchOptions {
  /** Examples in one batch; the last batch may be smaller. */
  readonly size: number;
  /** Shuffles the order; without it the order is that of the data. */
  readonly rng?: Rng;
  /** Leave out a last batch that is smaller than the others. */
  readonly dropLast?: boolean;
}

/**
 * One pass over the examples as pairs [x, y]. Throws ValueError unless size is a whole number from 1 up.
 * @example
 * [...batches(digits(), { size: 500 })].map(([x]) => x.shape[0]); // [ 500, 500, 500, 297 ]
 */
export function* batches<Y extends Answers>(
  data: Labelled<Y>,
  { size, rng, dropLast = false }: BatchOptions,
): Generator<[x: Tensor, y: Y]> {
  const count = countExamples("batches", data);
  if (!Number.isInteger(size) || size < 1) throw badSize(size);
  // #region deal
  const order = rng ? rng.permutation(count) : inOrder(count);
  const end = dropLast ? count - (count % size) : count;
  for (let start = 0; start < end; start += size) {
    const { x, y } = select(data, order.subarray(start, start + size));
    yield [x, y];
  }
  // #endregion deal
}

const inOrder = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);

function badSize(size: number): ValueError {
  return new ValueError({
    op: "batches",
    rule: "the batch size is not usable",
    got: String(size),
    expected: "a whole number from 1 up",
    hint: "batches(train, { size: 64, rng })",
  });
}
