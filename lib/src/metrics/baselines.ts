/** Three classifiers with nothing to train, to compare others with. Each returns class numbers for rows. Chapter 3. */
import { ValueError } from "../core/errors.ts";
import type { Labelled } from "../data/labelled.ts";
import { stack } from "../tensor/movement.ts";
import { gather } from "../tensor/rows.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** Class numbers for rows [N, C]. */
export type Classifier = (x: Tensor) => Int32Array;

/**
 * Always the most frequent class; of several, the one with the smallest number. Chapter 3.
 * @example
 * majority({ x: zeros([3, 1]), y: Int32Array.of(4, 7, 7) })(zeros([2, 1])); // Int32Array(2) [ 7, 7 ]
 */
export function majority({ y }: Labelled): Classifier {
  const counts = new Map<number, number>();
  for (const label of y) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [winner] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return (x) => new Int32Array(x.shape[0]).fill(winner);
}

/**
 * The class whose mean row is nearest. Hastie et al. 2009, section 18.2; chapter 3.
 * @example
 * nearestMean({ x: tensor([[0], [2], [9]]), y: Int32Array.of(5, 5, 6) })(tensor([[4], [6]])); // Int32Array(2) [ 5, 6 ]
 */
export function nearestMean({ x, y }: Labelled): Classifier {
  const classes = [...new Set(y)].sort((a, b) => a - b);
  const means = noGrad(() =>
    stack(classes.map((k) => gather(x, Int32Array.from([...y.keys()].filter((i) => y[i] === k))).mean(0))),
  );
  const first = kNearest({ x: means, y: Int32Array.from(classes) }, { k: 1 });
  return (rows) => first(rows);
}

/**
 * The class that most of the k nearest rows have, by Euclidean distance; of several, that of the nearest among them. Of
 * rows equally far away the first counts as nearer. Throws ValueError unless 1 ≤ k ≤ rows. Cover & Hart 1967; chapter 3.
 * @example
 * kNearest({ x: tensor([[0], [1], [8]]), y: Int32Array.of(3, 3, 5) }, { k: 1 })(tensor([[6]])); // Int32Array(1) [ 5 ]
 */
export function kNearest({ x, y }: Labelled, { k }: { k: number }): Classifier {
  if (!Number.isInteger(k) || k < 1 || k > y.length) throw badK(k, y.length);
  const near = neighbours(x, k);
  return (rows) => near(rows, (found) => vote(found, y));
}

/** The k nearest rows of x to each row, nearest first, 256 rows at a time. */
function neighbours(x: Tensor, k: number): (rows: Tensor, answer: (found: number[]) => number) => Int32Array {
  // Distances do not change; there is less cancellation (chapter 2); whole numbers stay whole, so that ties stay ties.
  const middle = noGrad(() => x.mean(0).round());
  const known = noGrad(() => x.sub(middle));
  const lengths = noGrad(() => known.square().sum(1));
  // #region distances
  /** |b|² − 2ab for each row a and known row b; |a|² is missing everywhere. */
  const distances = (rows: Tensor): Tensor => {
    const products = rows.sub(middle).matmul(known.transpose());
    return lengths.sub(products.mul(2)); // [rows, known]
  };
  // #endregion distances
  return (rows, answer) => {
    const answers = new Int32Array(rows.shape[0]);
    const count = x.shape[0];
    for (let start = 0; start < answers.length; start += 256) {
      const end = Math.min(start + 256, answers.length);
      const far = noGrad(() => distances(rows.slice(start, end))).data();
      for (let i = start; i < end; i++)
        answers[i] = answer(smallest(far.subarray((i - start) * count, (i - start + 1) * count), k));
    }
    return answers;
  };
}

/** Positions of the k smallest values, smallest first; of equal ones the first. */
function smallest(values: ArrayLike<number>, k: number): number[] {
  const found: number[] = [];
  for (let j = 0; j < values.length; j++) {
    if (found.length === k && values[j] >= values[found[k - 1]]) continue;
    let at = found.length;
    while (at > 0 && values[found[at - 1]] > values[j]) at--;
    found.splice(at, 0, j);
    if (found.length > k) found.pop();
  }
  return found;
}

/** The label that most of these rows have; of several, that of the row named first. */
function vote(found: readonly number[], y: Int32Array): number {
  const votes = new Map<number, number>(); // in the order in which labels are met
  for (const row of found) votes.set(y[row], (votes.get(y[row]) ?? 0) + 1);
  return [...votes].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function badK(k: number, count: number): ValueError {
  return new ValueError({
    op: "kNearest",
    rule: "there are not that many neighbours",
    got: `k = ${k} with ${count} rows`,
    expected: `a whole number from 1 to ${count}`,
    hint: "kNearest(train, { k: 5 })",
  });
}
