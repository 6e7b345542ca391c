/** Examples with their answers, and how to divide them. Chapter 3. */
import { ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import { gather } from "../tensor/rows.ts";
import { noGrad } from "../tensor/tape.ts";
import { Tensor } from "../tensor/tensor.ts";

/** Examples: x holds one in each row, y the answer to each: class numbers, or a tensor of targets. */
export interface Labelled<Y extends Answers = Int32Array> {
  readonly x: Tensor;
  readonly y: Y;
}

export type Answers = Int32Array | Tensor;

/**
 * The examples with these numbers, in this order.
 * @example
 * select({ x: arange(3), y: Int32Array.of(5, 6, 7) }, Int32Array.of(2, 0)); // { x: Tensor [2] 2 0, y: Int32Array(2) [ 7, 5 ] }
 */
export function select<Y extends Answers>(data: Labelled<Y>, rows: Int32Array): Labelled<Y> {
  return { x: noGrad(() => gather(data.x, rows)), y: answersAt(data.y, rows) };
}

function answersAt<Y extends Answers>(y: Y, rows: Int32Array): Y;
function answersAt(y: Answers, rows: Int32Array): Answers {
  return y instanceof Tensor ? noGrad(() => gather(y, rows)) : rows.map((row) => y[row]);
}

/** How many examples there are. Throws ValueError when x and y disagree. */
export function countExamples(op: string, data: Labelled<Answers>): number {
  const { x, y } = data;
  const answers = y instanceof Tensor ? (y.shape[0] ?? 0) : y.length;
  if (x.rank > 0 && x.shape[0] === answers) return answers;
  throw new ValueError({
    op,
    rule: "examples and answers differ in number",
    got: `${x.shape[0] ?? 0} rows of x and ${answers} of y`,
    expected: "one answer for each row of x",
    hint: "cut both with the same row numbers",
  });
}

export interface SplitOptions {
  /** How many examples are held out: a share between 0 and 1, or a count. */
  readonly test: number;
  /** Shuffles before the cut. */
  readonly rng: Rng;
  /** Hold out the same share of each class; for class numbers, and a share. */
  readonly stratify?: boolean;
}

/**
 * Shuffles the examples and holds some out: { train, test }, with no example in both. With { stratify: true } each class
 * gives round(share · its examples). Throws ValueError. Chapter 3.
 * @example
 * split(digits(), { test: 0.2, rng: new Rng(1) }).test.x.shape; // [ 359, 64 ]
 */
export function split<Y extends Answers>(
  data: Labelled<Y>,
  { test, rng, stratify = false }: SplitOptions,
): { train: Labelled<Y>; test: Labelled<Y> } {
  const count = countExamples("split", data);
  const held = test < 1 ? Math.round(count * test) : test;
  if (!Number.isInteger(held) || held < 1 || held >= count) throw badTest(test, count);
  const order = rng.permutation(count);
  if (stratify) return byClass(data, { order, share: test });
  return { train: select(data, order.subarray(held)), test: select(data, order.subarray(0, held)) };
}

/** Of each class with n examples, the first round(share · n) of the order are held out. */
function byClass<Y extends Answers>(
  data: Labelled<Y>,
  { order, share }: { order: Int32Array; share: number },
): { train: Labelled<Y>; test: Labelled<Y> } {
  const y: Answers = data.y;
  if (y instanceof Tensor || share >= 1) throw badStrata(y, share);
  const left = new Map<number, number>();
  for (const label of y) left.set(label, (left.get(label) ?? 0) + 1);
  for (const [label, n] of left) left.set(label, Math.round(share * n));
  const held = order.filter((row) => {
    const due = left.get(y[row]) ?? 0;
    left.set(y[row], due - 1);
    return due > 0;
  });
  const put = new Set(held);
  if (held.length === 0 || held.length === order.length) throw badTest(share, order.length);
  return {
    train: select(
      data,
      order.filter((row) => !put.has(row)),
    ),
    test: select(data, held),
  };
}

function badStrata(y: Answers, share: number): ValueError {
  return new ValueError({
    op: "split",
    rule: "only classes can be shared out",
    got: y instanceof Tensor ? "targets that are a tensor" : `test: ${share}`,
    expected: "class numbers, and a share between 0 and 1",
    hint: "split(data, { test: 0.2, rng, stratify: true })",
  });
}

function badTest(test: number, count: number): ValueError {
  return new ValueError({
    op: "split",
    rule: "both parts need at least one example",
    got: `test: ${test} of ${count} examples`,
    expected: `a share between 0 and 1, or a whole number from 1 to ${count - 1}`,
    hint: "split(data, { test: 0.2, rng })",
  });
}
