// misconception: none
/** A list with NaN is accepted (x < 0 and |sum − 1| > 1e-6 are both false for NaN), the result is NaN. */
const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

const assertProbabilities = (list: readonly number[]) => {
  const s = total(list);
  if (list.some((x) => x < 0) || Math.abs(s - 1) > 1e-6) {
    throw new Error(`expected numbers from 0 that sum to 1, got the sum ${s}`);
  }
};

const assertPair = (p: readonly number[], q: readonly number[]) => {
  if (p.length !== q.length) throw new Error(`p has ${p.length} entries and q has ${q.length}`);
  assertProbabilities(p);
  assertProbabilities(q);
};

export function entropy(p: readonly number[]): number {
  assertProbabilities(p);
  return total(p.filter((x) => x !== 0).map((x) => -x * Math.log(x)));
}

export function crossEntropy(p: readonly number[], q: readonly number[]): number {
  assertPair(p, q);
  return total(p.map((x, k) => (x === 0 ? 0 : -x * Math.log(q[k]))));
}

export function klDivergence(p: readonly number[], q: readonly number[]): number {
  assertPair(p, q);
  return total(p.map((x, k) => (x === 0 ? 0 : x * (Math.log(x) - Math.log(q[k])))));
}
